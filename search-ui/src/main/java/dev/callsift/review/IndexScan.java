package dev.callsift.review;

import dev.callsift.pipeline.index.CallFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * Reads a review's data in one pass over the index's doc values: of the weeks before, counts; of the week itself, every call.
 * Nothing stored is read.
 */
final class IndexScan {

    private final ReviewWeek week;
    private final List<ReviewWeek> weeks;
    private final Map<ReviewWeek, Tally> tallies = new TreeMap<>();
    private final List<ReviewedCall> calls = new ArrayList<>();

    /** Counts of one week, by code. */
    private static final class Tally {
        private int calls;
        private int cancellations;
        private final Map<String, Integer> reasons = new HashMap<>();

        WeekCounts counts() {
            return new WeekCounts(calls, cancellations, reasons);
        }
    }

    private IndexScan(ReviewWeek week, int weeks) {
        this.week = week;
        this.weeks = week.last(weeks).toList();
        this.weeks.forEach(each -> tallies.put(each, new Tally()));
    }

    /** @param weeks how many are counted, the week itself included */
    static ReviewData read(IndexReader reader, ReviewWeek week, int weeks) throws IOException {
        IndexScan scan = new IndexScan(week, weeks);
        for (LeafReaderContext leaf : reader.leaves()) {
            scan.leaf(leaf);
        }
        SortedMap<ReviewWeek, WeekCounts> counts = new TreeMap<>();
        scan.tallies.forEach((each, tally) -> counts.put(each, tally.counts()));
        return new ReviewData(week, scan.calls, counts);
    }

    private void leaf(LeafReaderContext leaf) throws IOException {
        SortedSetDocValues ofWeek = DocValues.getSortedSet(leaf.reader(), CallFields.WEEK);
        Map<Long, ReviewWeek> wanted = wanted(ofWeek);
        if (wanted.isEmpty()) {
            return;
        }
        Codes codes = new Codes(DocValues.getSortedSet(leaf.reader(), CallFields.TAG));
        CallColumns columns = new CallColumns(leaf);
        Bits live = leaf.reader().getLiveDocs();
        while (ofWeek.nextDoc() != SortedSetDocValues.NO_MORE_DOCS) {
            ReviewWeek found = wanted.get(ofWeek.nextOrd());
            if (found != null && (live == null || live.get(ofWeek.docID()))) {
                codes.advance(ofWeek.docID());
                count(tallies.computeIfAbsent(found, each -> new Tally()), codes);
                if (found.equals(week)) {
                    calls.add(columns.call(ofWeek.docID(), codes.codes()));
                }
            }
        }
    }

    private Map<Long, ReviewWeek> wanted(SortedSetDocValues ofWeek) throws IOException {
        Map<Long, ReviewWeek> wanted = new HashMap<>();
        for (ReviewWeek each : weeks) {
            long ord = ofWeek.lookupTerm(new BytesRef(each.name()));
            if (ord >= 0) {
                wanted.put(ord, each);
            }
        }
        return wanted;
    }

    private static void count(Tally tally, Codes codes) {
        tally.calls++;
        if (codes.cancellation()) {
            tally.cancellations++;
        }
        for (String reason : codes.reasons()) {
            tally.reasons.merge(reason, 1, Integer::sum);
        }
    }

    /** The codes of one call after the other; what a code is, is looked up once for a segment. */
    private static final class Codes {

        private final SortedSetDocValues values;
        private final String[] names;
        private final boolean[] cancellations;
        private final boolean[] reasons;
        private final List<String> ofCall = new ArrayList<>();
        private final List<String> reasonsOfCall = new ArrayList<>();
        private boolean cancellation;

        Codes(SortedSetDocValues values) throws IOException {
            this.values = values;
            this.names = new String[Math.toIntExact(values.getValueCount())];
            this.cancellations = new boolean[names.length];
            this.reasons = new boolean[names.length];
            for (int ord = 0; ord < names.length; ord++) {
                names[ord] = values.lookupOrd(ord).utf8ToString();
                cancellations[ord] = ReviewedCall.speaksOfCancellation(names[ord]);
                reasons[ord] = names[ord].startsWith(ReviewedCall.REASON);
            }
        }

        void advance(int document) throws IOException {
            ofCall.clear();
            reasonsOfCall.clear();
            cancellation = false;
            if (values.advanceExact(document)) {
                for (int i = 0; i < values.docValueCount(); i++) {
                    add(Math.toIntExact(values.nextOrd()));
                }
            }
        }

        private void add(int ord) {
            ofCall.add(names[ord]);
            cancellation |= cancellations[ord];
            if (reasons[ord]) {
                reasonsOfCall.add(names[ord]);
            }
        }

        List<String> codes() {
            return ofCall;
        }

        boolean cancellation() {
            return cancellation;
        }

        List<String> reasons() {
            return reasonsOfCall;
        }
    }
}
