package dev.callsift.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.facet.FacetsCollector.MatchingDocs;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * Which calls of a segment have which value of a field, as sets. A field of few values is counted by cutting them with what was
 * found, many calls in one operation, where asking each call for its values takes one for each. Immutable.
 */
final class ValueSets {

    /** Up to so many values the sets of a field are kept, each of one bit for every call of the segment. */
    private static final int MOST_VALUES = 128;

    private record ValueSet(String value, FixedBitSet calls) {}

    private final List<ValueSet> sets;

    private ValueSets(List<ValueSet> sets) {
        this.sets = List.copyOf(sets);
    }

    /** Those of a field of keywords; empty when it has too many values. */
    static Optional<ValueSets> of(LeafReader segment, String field) throws IOException {
        Terms terms = segment.terms(field);
        List<ValueSet> sets = new ArrayList<>();
        TermsEnum values = terms == null ? TermsEnum.EMPTY : terms.iterator();
        for (BytesRef value = values.next(); value != null; value = values.next()) {
            if (sets.size() == MOST_VALUES) {
                return Optional.empty();
            }
            FixedBitSet calls = new FixedBitSet(segment.maxDoc());
            calls.or(values.postings(null, PostingsEnum.NONE));
            sets.add(new ValueSet(value.utf8ToString(), calls));
        }
        return Optional.of(new ValueSets(sets));
    }

    /** Adds how many of the found calls have each value. */
    void count(MatchingDocs found, Map<String, Integer> counts) throws IOException {
        if (found.bits() == null || found.totalHits() == 0) {
            return;
        }
        DocIdSetIterator calls = found.bits().iterator();
        FixedBitSet all = calls == null ? null : BitSetIterator.getFixedBitSetOrNull(calls);
        int[] few = all == null && calls != null ? numbers(calls, found.totalHits()) : new int[0];
        for (ValueSet set : sets) {
            long count = all == null ? among(few, set.calls()) : FixedBitSet.intersectionCount(all, set.calls());
            if (count > 0) {
                counts.merge(set.value(), Math.toIntExact(count), Integer::sum);
            }
        }
    }

    private static int[] numbers(DocIdSetIterator calls, int most) throws IOException {
        int[] numbers = new int[most];
        for (int i = 0; i < most; i++) {
            numbers[i] = calls.nextDoc();
        }
        return numbers;
    }

    private static long among(int[] numbers, FixedBitSet calls) {
        long count = 0;
        for (int number : numbers) {
            count += calls.get(number) ? 1 : 0;
        }
        return count;
    }
}
