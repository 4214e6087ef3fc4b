package dev.callsift.search;

import dev.callsift.pipeline.index.PositionMap;
import dev.callsift.pipeline.index.SpokenField;
import dev.callsift.pipeline.index.SpokenWord;
import dev.callsift.pipeline.index.StoredCall;
import dev.callsift.search.Moment.MomentWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/** Finds where in a call a query matches, from the positions at which Lucene matched it. */
final class Moments {

    /** Words shown before and after a match. */
    private static final int AROUND = 8;

    private static final int LONGEST = 40;

    private final IndexSearcher searcher;
    private final Weight weight;

    Moments(IndexSearcher searcher, Query query) throws IOException {
        this.searcher = searcher;
        this.weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    /**
     * @param matches how many words, phrases and sequences match
     * @param moments in how many utterances, of which {@code best} shows some
     */
    record Found(List<Moment> best, int matches, int moments) {}

    /** Where matches lie within one utterance. */
    private record Place(int utterance, TreeSet<Integer> words, Set<Query> parts) {}

    /** A match of one part of the query. */
    private record Match(Span span, Query part) {}

    Found of(int document, StoredCall call, int limit) throws IOException {
        LeafReaderContext leaf = searcher.getIndexReader()
                .leaves()
                .get(ReaderUtil.subIndex(document, searcher.getIndexReader().leaves()));
        Set<Match> matches = matches(weight.matches(leaf, document - leaf.docBase));
        if (matches.isEmpty()) {
            return new Found(List.of(), 0, 0);
        }
        PositionMap positions = StoredCall.positions(leaf, document - leaf.docBase);
        Collection<Place> places = places(matches, positions);
        List<Moment> moments = best(places, limit).stream()
                .map(place -> moment(place, positions, call.words(place.utterance())))
                .toList();
        long distinct =
                matches.stream().map(match -> match.span().first()).distinct().count();
        return new Found(moments, Math.toIntExact(distinct), places.size());
    }

    private static Set<Match> matches(@Nullable Matches matches) throws IOException {
        Set<Match> found = new HashSet<>();
        if (matches == null) {
            return found;
        }
        for (String field : matches) {
            MatchesIterator match = SpokenField.spoken(field) ? matches.getMatches(field) : null;
            while (match != null && match.next()) {
                Span span = new Span(match.startPosition(), match.endPosition(), Span.of(match.getSubMatches()));
                found.add(new Match(span, match.getQuery()));
            }
        }
        return found;
    }

    private static Collection<Place> places(Set<Match> matches, PositionMap positions) {
        Map<Integer, Place> places = new TreeMap<>();
        for (Match match : matches) {
            for (Span span : match.span().leaves()) {
                for (int position = span.first(); position <= span.last(); position++) {
                    positions.at(position).ifPresent(word -> {
                        Place place = places.computeIfAbsent(
                                word.utterance(), u -> new Place(u, new TreeSet<>(), new HashSet<>()));
                        place.words().add(word.index());
                        place.parts().add(match.part());
                    });
                }
            }
        }
        return places.values();
    }

    /** Those where most parts of the query meet; among equals the earlier. */
    private static List<Place> best(Collection<Place> places, int limit) {
        List<Place> best = new ArrayList<>(places);
        best.sort(Comparator.comparing((Place place) -> -place.parts().size()));
        return best.stream()
                .limit(limit)
                .sorted(Comparator.comparing(Place::utterance))
                .toList();
    }

    private static Moment moment(Place place, PositionMap positions, List<String> texts) {
        int first = place.words().first();
        int from = Math.max(0, first - AROUND);
        int to = Math.min(Math.min(texts.size(), from + LONGEST), place.words().last() + 1 + AROUND);
        List<MomentWord> words = new ArrayList<>();
        for (int i = from; i < to; i++) {
            SpokenWord word = positions.word(place.utterance(), i);
            boolean match = place.words().contains(i);
            words.add(new MomentWord(texts.get(i), i, word.startMs(), word.endMs(), match, word.doubtful()));
        }
        List<SpokenWord> matched = place.words().stream()
                .map(i -> positions.word(place.utterance(), i))
                .toList();
        return new Moment(
                matched.getFirst().speaker(),
                place.utterance(),
                matched.getFirst().startMs(),
                matched.getLast().endMs(),
                matched.stream()
                        .map(SpokenWord::confidence)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                words,
                from > 0,
                to < texts.size());
    }
}
