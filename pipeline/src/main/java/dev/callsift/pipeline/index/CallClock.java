package dev.callsift.pipeline.index;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;

/**
 * The times of single words, call by call in the order of a segment's documents. Finds the utterance of a word and reads
 * the words before it, not the whole {@link PositionMap}, because a query bound in time asks for a few words of each of many
 * calls. For one thread.
 */
public final class CallClock {

    private final BinaryDocValues positions;
    private final SortedNumericDocValues durations;
    private final ByteArrayDataInput in = new ByteArrayDataInput();
    private byte[] bytes = {};
    private int utterances;
    private int headers;
    private long durationMs;
    private long startMs;
    private long endMs;

    private CallClock(BinaryDocValues positions, SortedNumericDocValues durations) {
        this.positions = positions;
        this.durations = durations;
    }

    public static CallClock of(LeafReaderContext leaf) throws IOException {
        return new CallClock(
                DocValues.getBinary(leaf.reader(), CallFields.POSITIONS),
                DocValues.getSortedNumeric(leaf.reader(), CallFields.DURATION));
    }

    /** @param document its number within the segment, not before the last one */
    public void advance(int document) throws IOException {
        if (!positions.advanceExact(document) || !durations.advanceExact(document)) {
            throw new IllegalStateException("document " + document + " has no positions; run 'callsift reindex'");
        }
        durationMs = durations.nextValue();
        BytesRef map = positions.binaryValue();
        bytes = map.bytes;
        in.reset(map.bytes, map.offset, map.length);
        utterances = in.readVInt();
        in.readVInt();
        headers = in.getPosition();
    }

    /** How long the recording of this call is. */
    public long durationMs() {
        return durationMs;
    }

    /** When the word at a position begins, in milliseconds from the beginning of the recording. */
    public long startMs(int position) {
        readWord(position);
        return startMs;
    }

    /** When the word at a position ends, in milliseconds from the beginning of the recording. */
    public long endMs(int position) {
        readWord(position);
        return endMs;
    }

    private void readWord(int position) {
        int utterance = utteranceAt(position);
        int words = -1;
        int first = 0;
        if (utterance >= 0) {
            first = header(utterance, 0);
            endMs = header(utterance, 1);
            in.setPosition(headers + utterances * PositionCodec.HEADER_BYTES + header(utterance, 2));
            words = in.readVInt();
        }
        if (utterance < 0 || position - first >= words) {
            throw new IllegalArgumentException("no word is said at position " + position);
        }
        for (int word = first; word <= position; word++) {
            startMs = endMs + PositionCodec.readZLong(in);
            endMs = startMs + in.readVLong();
            in.readByte();
        }
    }

    /** The last utterance that begins at or before a position; -1 before all. */
    private int utteranceAt(int position) {
        int from = 0;
        int to = utterances;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (header(middle, 0) <= position) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from - 1;
    }

    private int header(int utterance, int number) {
        int at = headers + utterance * PositionCodec.HEADER_BYTES + number * Integer.BYTES;
        return (int) BitUtil.VH_LE_INT.get(bytes, at);
    }
}
