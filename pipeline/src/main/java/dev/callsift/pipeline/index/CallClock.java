package dev.callsift.pipeline.index;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BytesRef;

/**
 * The times of single words, call by call in the order of a segment's documents. Reads the utterances' headers of a call and
 * the words of one utterance, not the whole {@link PositionMap}, because a query bound in time asks for two words of each of
 * many calls. For one thread.
 */
public final class CallClock {

    private final BinaryDocValues positions;
    private final SortedNumericDocValues durations;
    private final ByteArrayDataInput in = new ByteArrayDataInput();
    private int utterances;
    private int[] firstPositions = new int[64];
    private int[] words = new int[64];
    private long[] starts = new long[64];
    private int[] blocks = new int[64];
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
        readHeaders(positions.binaryValue());
    }

    private void readHeaders(BytesRef bytes) {
        in.reset(bytes.bytes, bytes.offset, bytes.length);
        utterances = in.readVInt();
        in.readVInt();
        makeRoom(utterances);
        long clock = 0;
        int block = 0;
        for (int u = 0; u < utterances; u++) {
            in.readByte();
            firstPositions[u] = in.readVInt();
            words[u] = in.readVInt();
            clock += PositionCodec.readZLong(in);
            starts[u] = clock;
            blocks[u] = block;
            block += in.readVInt();
        }
        int from = in.getPosition();
        for (int u = 0; u < utterances; u++) {
            blocks[u] += from;
        }
    }

    private void makeRoom(int needed) {
        if (needed > words.length) {
            int room = Math.max(needed, words.length * 2);
            firstPositions = new int[room];
            words = new int[room];
            starts = new long[room];
            blocks = new int[room];
        }
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
        int found = Arrays.binarySearch(firstPositions, 0, utterances, position);
        int utterance = found >= 0 ? found : -found - 2;
        if (utterance < 0 || position - firstPositions[utterance] >= words[utterance]) {
            throw new IllegalArgumentException("no word is said at position " + position);
        }
        in.setPosition(blocks[utterance]);
        endMs = starts[utterance];
        for (int word = firstPositions[utterance]; word <= position; word++) {
            startMs = endMs + PositionCodec.readZLong(in);
            endMs = startMs + in.readVLong();
            in.readByte();
        }
    }
}
