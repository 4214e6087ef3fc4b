package dev.callsift.search;

import dev.callsift.pipeline.index.CallFields;
import dev.callsift.pipeline.index.StoredCall;
import dev.callsift.search.query.ParsedQuery;
import dev.callsift.search.query.ParsedQuery.Place;
import dev.callsift.search.query.QueryNode;
import dev.callsift.search.query.QueryProblem;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;

/** One query against one state of the index, within a time limit. By one thread. */
final class Search {

    private final IndexSearcher searcher;
    private final ParsedQuery query;
    private final Lexicon lexicon;
    private final Translation sure;
    private final Translation possible;

    /** @param shared only its reader is used: a time limit belongs to one search */
    Search(IndexSearcher shared, RememberedFilters remembered, ParsedQuery query, Duration limit) {
        long started = System.nanoTime();
        this.searcher = new IndexSearcher(shared.getIndexReader());
        this.query = query;
        this.lexicon = new Lexicon(searcher.getIndexReader());
        this.sure = new Translation(Certainty.SURE, lexicon);
        this.possible = new Translation(Certainty.POSSIBLE, lexicon);
        remembered.serve(searcher);
        searcher.setTimeout(() -> System.nanoTime() - started >= limit.toNanos());
    }

    Page sure(SearchRequest request) throws IOException {
        Query places = sure.places(query.node());
        return request.order() == SearchRequest.Order.RELEVANCE
                        && query.node().spoken()
                        && isOfWordsAndPhrases(query.node())
                ? Page.findApart(searcher, calls(), places, request)
                : Page.find(searcher, calls(), places, request);
    }

    /** Whether it hangs on no place in the call but that of words said at once, and stands for no more words than it names. */
    private static boolean isOfWordsAndPhrases(QueryNode node) {
        return switch (node) {
            case QueryNode.Word word -> true;
            case QueryNode.Phrase phrase -> true;
            case QueryNode.Filter filter -> true;
            case QueryNode.Said(var by, var what) -> isOfWordsAndPhrases(what);
            case QueryNode.Not(var what) -> isOfWordsAndPhrases(what);
            case QueryNode.All(var parts) -> parts.stream().allMatch(Search::isOfWordsAndPhrases);
            case QueryNode.Any(var parts) -> parts.stream().allMatch(Search::isOfWordsAndPhrases);
            default -> false;
        };
    }

    /**
     * Those which match only possibly; a query without words has none.
     *
     * @param found what surely matches
     */
    Optional<Page> possible(SearchRequest request, Page found) throws IOException {
        if (!query.node().spoken()) {
            return Optional.empty();
        }
        Query only = new BooleanQuery.Builder()
                .add(possible.calls(query.node()), Occur.MUST)
                .add(new FoundCalls(found.found()), Occur.MUST_NOT)
                .build();
        return Optional.of(Page.uncounted(searcher, only, possible.places(query.node()), request));
    }

    private Query calls() throws IOException {
        return sure.calls(query.node());
    }

    void export(SearchRequest.Order order, int most, Export export) throws IOException {
        TopDocs top = searcher.search(calls(), new TopFieldCollectorManager(Page.sort(order), most, Integer.MAX_VALUE));
        export.begin(top.totalHits.value(), top.scoreDocs.length, cutShort());
        Moments moments = moments(Certainty.SURE);
        for (ScoreDoc found : top.scoreDocs) {
            export.call(Page.hit(searcher, moments, found));
        }
    }

    List<String> matching(Collection<String> ids) throws IOException {
        List<BytesRef> wanted = ids.stream().map(BytesRef::new).toList();
        Query among = new BooleanQuery.Builder()
                .add(KeywordField.newSetQuery(CallFields.ID, wanted), Occur.FILTER)
                .add(sure.places(query.node()), Occur.FILTER)
                .build();
        List<String> found = new ArrayList<>();
        for (ScoreDoc match : searcher.search(among, Math.max(1, ids.size())).scoreDocs) {
            found.add(StoredCall.read(searcher.getIndexReader(), match.doc)
                    .facts()
                    .id());
        }
        if (cutShort()) {
            throw new SearchCutShortException(query.understood());
        }
        return found;
    }

    boolean cutShort() {
        return searcher.timedOut();
    }

    Moments moments(Certainty certainty) throws IOException {
        Translation translation = certainty == Certainty.SURE ? sure : possible;
        return new Moments(searcher, translation.places(query.node()));
    }

    /** What was not understood, and what stands for more words than were searched. */
    List<QueryProblem> problems() {
        List<QueryProblem> problems = new ArrayList<>(query.problems());
        query.places().stream()
                .filter(place -> lexicon.cuts().containsKey(place.node()))
                .map(this::cut)
                .forEach(problems::add);
        problems.sort(Comparator.comparingInt(QueryProblem::start));
        return problems;
    }

    private QueryProblem cut(Place place) {
        int words = lexicon.cuts().getOrDefault(place.node(), 0);
        int searched = place.node() instanceof QueryNode.Prefix ? Lexicon.MOST_BEGINNING : Lexicon.MOST_ALIKE;
        String message = String.format(
                Locale.ENGLISH,
                "%s stands for %,d words; the %d most frequent were searched. Add letters to name fewer",
                place.node().text(),
                words,
                searched);
        return new QueryProblem(message, place.start(), place.end(), "");
    }

    List<String> didYouMean() throws IOException {
        return new Spelling(searcher.getIndexReader(), lexicon).corrections(query);
    }
}
