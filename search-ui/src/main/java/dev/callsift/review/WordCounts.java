package dev.callsift.review;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/** Counts, for every word of a field, the calls of a week and of the weeks before that have it. */
final class WordCounts {

    private final Map<String, int[]> counts = new HashMap<>();

    private WordCounts() {}

    /** @return calls of the week, and of the weeks before, by word; words of no call of the week are left out */
    static Map<String, int[]> of(IndexReader reader, String field, WeekFilter filter) throws IOException {
        WordCounts made = new WordCounts();
        IndexSearcher searcher = new IndexSearcher(reader);
        for (LeafReaderContext leaf : reader.leaves()) {
            Terms terms = leaf.reader().terms(field);
            FixedBitSet week = documents(searcher, filter.week(), leaf);
            FixedBitSet before = documents(searcher, filter.weeksBefore(), leaf);
            if (terms != null && week.cardinality() + before.cardinality() > 0) {
                made.count(terms.iterator(), week, before);
            }
        }
        made.counts.values().removeIf(count -> count[0] == 0);
        return made.counts;
    }

    private void count(TermsEnum terms, FixedBitSet week, FixedBitSet before) throws IOException {
        PostingsEnum postings = null;
        while (terms.next() != null) {
            postings = terms.postings(postings, PostingsEnum.NONE);
            int now = 0;
            int then = 0;
            for (int call = postings.nextDoc(); call != DocIdSetIterator.NO_MORE_DOCS; call = postings.nextDoc()) {
                now += week.get(call) ? 1 : 0;
                then += before.get(call) ? 1 : 0;
            }
            if (now + then > 0) {
                int[] count = counts.computeIfAbsent(terms.term().utf8ToString(), word -> new int[2]);
                count[0] += now;
                count[1] += then;
            }
        }
    }

    private static FixedBitSet documents(IndexSearcher searcher, Query query, LeafReaderContext leaf)
            throws IOException {
        FixedBitSet documents = new FixedBitSet(leaf.reader().maxDoc());
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        Scorer scorer = weight.scorer(leaf);
        if (scorer != null) {
            documents.or(scorer.iterator());
            Bits live = leaf.reader().getLiveDocs();
            if (live != null) {
                live.applyMask(documents, 0);
            }
        }
        return documents;
    }
}
