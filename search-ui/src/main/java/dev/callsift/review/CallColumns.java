package dev.callsift.review;

import dev.callsift.pipeline.index.CallFields;
import dev.callsift.pipeline.index.Findings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;

/** The doc values of one segment that make up a {@link ReviewedCall}. Calls are asked for in the order of their numbers. */
final class CallColumns {

    private static final Findings NOTHING_FOUND = new Findings(List.of(), List.of());

    private final int firstDocument;
    private final SortedSetDocValues ids;
    private final Map<Dimension, SortedSetDocValues> dimensions = new EnumMap<>(Dimension.class);
    private final SortedNumericDocValues durations;
    private final NumericDocValues confidences;
    private final BinaryDocValues findings;
    private final List<SortedSetDocValues> made;

    CallColumns(LeafReaderContext leaf) throws IOException {
        LeafReader reader = leaf.reader();
        firstDocument = leaf.docBase;
        ids = DocValues.getSortedSet(reader, CallFields.ID);
        for (Dimension dimension : Dimension.values()) {
            dimensions.put(dimension, DocValues.getSortedSet(reader, dimension.field()));
        }
        durations = DocValues.getSortedNumeric(reader, CallFields.DURATION);
        confidences = DocValues.getNumeric(reader, CallFields.CONFIDENCE);
        findings = DocValues.getBinary(reader, CallFields.FINDINGS);
        made = List.of(
                DocValues.getSortedSet(reader, CallFields.MODEL),
                DocValues.getSortedSet(reader, CallFields.MODEL_HASH),
                DocValues.getSortedSet(reader, CallFields.TAXONOMY),
                DocValues.getSortedSet(reader, CallFields.MODELS));
    }

    /** @param document its number within the segment */
    ReviewedCall call(int document, List<String> codes) throws IOException {
        Map<Dimension, List<String>> values = new EnumMap<>(Dimension.class);
        for (Map.Entry<Dimension, SortedSetDocValues> dimension : dimensions.entrySet()) {
            values.put(dimension.getKey(), values(dimension.getValue(), document));
        }
        return new ReviewedCall(
                firstDocument + document,
                value(ids, document),
                Set.copyOf(codes),
                values,
                durations.advanceExact(document) ? durations.nextValue() : 0,
                confidences.advanceExact(document) ? Float.intBitsToFloat((int) confidences.longValue()) : 0,
                findings(document, codes),
                made(document));
    }

    /** Quotes of topics are not shown, so that of most calls nothing needs to be decoded. */
    private Findings findings(int document, List<String> codes) throws IOException {
        boolean shown = codes.stream()
                .anyMatch(
                        code -> ReviewedCall.speaksOfCancellation(code) || code.startsWith(ReviewedCall.MODIFICATION));
        return shown && findings.advanceExact(document) ? Findings.decode(findings.binaryValue()) : NOTHING_FOUND;
    }

    private Provenance.Made made(int document) throws IOException {
        return new Provenance.Made(
                value(made.get(0), document),
                value(made.get(1), document),
                value(made.get(2), document),
                value(made.get(3), document));
    }

    private static List<String> values(SortedSetDocValues values, int document) throws IOException {
        if (!values.advanceExact(document)) {
            return List.of(CallFields.UNKNOWN);
        }
        List<String> found = new ArrayList<>(values.docValueCount());
        for (int i = 0; i < values.docValueCount(); i++) {
            found.add(values.lookupOrd(values.nextOrd()).utf8ToString());
        }
        return found;
    }

    private static String value(SortedSetDocValues values, int document) throws IOException {
        return values.advanceExact(document)
                ? values.lookupOrd(values.nextOrd()).utf8ToString()
                : CallFields.UNKNOWN;
    }
}
