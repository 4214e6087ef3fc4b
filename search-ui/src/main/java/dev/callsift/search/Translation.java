package dev.callsift.search;

import dev.callsift.pipeline.index.SpokenField;
import dev.callsift.pipeline.index.SpokenField.Voice;
import dev.callsift.search.query.QueryNode;
import dev.callsift.search.query.QueryNode.All;
import dev.callsift.search.query.QueryNode.Any;
import dev.callsift.search.query.QueryNode.During;
import dev.callsift.search.query.QueryNode.Everything;
import dev.callsift.search.query.QueryNode.Filter;
import dev.callsift.search.query.QueryNode.Fuzzy;
import dev.callsift.search.query.QueryNode.Near;
import dev.callsift.search.query.QueryNode.Not;
import dev.callsift.search.query.QueryNode.Nothing;
import dev.callsift.search.query.QueryNode.Phrase;
import dev.callsift.search.query.QueryNode.Prefix;
import dev.callsift.search.query.QueryNode.Said;
import dev.callsift.search.query.QueryNode.Step;
import dev.callsift.search.query.QueryNode.Then;
import dev.callsift.search.query.QueryNode.Window;
import dev.callsift.search.query.QueryNode.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/**
 * Turns a query as understood into Lucene's. Words, phrases and beginnings become queries that score; what is bound to a
 * place or a time in the call becomes an interval query that filters, beside the same words unbound, which score.
 */
final class Translation {

    private final Certainty certainty;
    private final WordQueries words;
    private final WordIntervals intervals;

    Translation(Certainty certainty, Lexicon lexicon) {
        this.certainty = certainty;
        this.words = new WordQueries(certainty, lexicon);
        this.intervals = new WordIntervals(certainty, lexicon);
    }

    /** Finds calls, the most relevant with the highest score. */
    Query calls(QueryNode node) throws IOException {
        return of(node, Scope.CALL, true);
    }

    /** Matches the same calls where, and only where, the query is met. */
    Query places(QueryNode node) throws IOException {
        return of(node, Scope.CALL, false);
    }

    private Query of(QueryNode node, Scope scope, boolean scored) throws IOException {
        return switch (node) {
            case Everything everything -> MatchAllDocsQuery.INSTANCE;
            case Nothing nothing -> new MatchNoDocsQuery("nothing was understood");
            case Window window -> MatchAllDocsQuery.INSTANCE;
            case Word word -> leaf(word, words.word(word.word(), scope.voice()), scope, scored);
            case Phrase phrase -> leaf(phrase, phrase(phrase, scope, scored), scope, scored);
            case Prefix prefix -> leaf(prefix, words.prefix(prefix, scope.voice()), scope, scored);
            case Fuzzy fuzzy -> leaf(fuzzy, words.fuzzy(fuzzy, scope.voice()), scope, scored);
            case Near near -> bound(near, near.parts(), scope, scored);
            case Then then -> bound(then, steps(then), scope, scored);
            case Said(var by, var what) -> of(what, scope.by(by), scored);
            case During(var windows, var what) -> of(what, scope.during(windows), scored);
            case Filter filter -> Filters.of(filter);
            case Not not -> all(List.of(not), scope, scored);
            case All all -> all(all.parts(), scope, scored);
            case Any any -> any(any.parts(), scope, scored);
        };
    }

    private Query phrase(Phrase phrase, Scope scope, boolean scored) {
        return scored
                ? words.phraseByPairs(phrase.words(), scope.voice())
                : words.phrase(phrase.words(), scope.voice());
    }

    private Query leaf(QueryNode node, Query unbound, Scope scope, boolean scored) throws IOException {
        return scope.windows().isEmpty() ? unbound : bound(node, unbound, scope, scored);
    }

    private Query bound(QueryNode node, List<QueryNode> parts, Scope scope, boolean scored) throws IOException {
        Scope anywhere = new Scope(scope.voice(), List.of());
        return scored
                ? bound(node, all(parts, anywhere, true), scope, true)
                : bound(node, MatchAllDocsQuery.INSTANCE, scope, false);
    }

    private Query bound(QueryNode node, Query unbound, Scope scope, boolean scored) throws IOException {
        Query places = new IntervalQuery(SpokenField.WORDS.of(Voice.ANYONE), intervals.of(node, scope));
        if (!scored) {
            return places;
        }
        return new BooleanQuery.Builder()
                .add(unbound, Occur.MUST)
                .add(places, Occur.FILTER)
                .build();
    }

    private static List<QueryNode> steps(Then then) {
        return Stream.concat(Stream.of(then.first()), then.steps().stream().map(Step::what))
                .toList();
    }

    private Query all(List<QueryNode> parts, Scope scope, boolean scored) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (QueryNode part : parts) {
            if (part instanceof Not not) {
                query.add(unwanted(not.what(), scope), Occur.MUST_NOT);
            } else {
                query.add(of(part, scope, scored), part.spoken() ? Occur.MUST : Occur.FILTER);
            }
        }
        if (parts.stream().allMatch(Not.class::isInstance)) {
            query.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        }
        return query.build();
    }

    /** What must not have been said is judged by what was recognized. */
    private Query unwanted(QueryNode what, Scope scope) throws IOException {
        Translation recognized = certainty == Certainty.SURE ? this : new Translation(Certainty.SURE, words.lexicon());
        return recognized.of(what, scope, false);
    }

    private Query any(List<QueryNode> parts, Scope scope, boolean scored) throws IOException {
        List<Query> queries = new ArrayList<>();
        for (QueryNode part : parts) {
            queries.add(of(part, scope, scored));
        }
        return WordQueries.either(queries);
    }
}
