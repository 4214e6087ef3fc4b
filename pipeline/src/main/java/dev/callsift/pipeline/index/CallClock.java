package dev.callsift.pipeline.index;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The times of single words, call by call in the order of a segment's documents. A query bound in time asks for a few words of each
 * of many calls, so it does not read the whole {@link PositionMap}: the times of turns first, which mostly tell enough, and those of
 * words only where they are asked for. For one thread.
 */
public final class CallClock {

    private static final int FIRST_POSITION = 0;
    private static final int FIRST_WORD = 1;
    private static final int START = 2;
    private static final int END = 3;

    private final BinaryDocValues turns;
    private final BinaryDocValues words;
    private final SortedNumericDocValues durations;
    private int document = -1;
    private BytesRef turnBytes = new BytesRef();
    private @Nullable BytesRef wordBytes;
    private int bytesOfWord;
    private int numberOfTurns;
    private int numberOfWords;

    private CallClock(LeafReader reader) throws IOException {
        this.turns = DocValues.getBinary(reader, CallFields.TURNS);
        this.words = DocValues.getBinary(reader, CallFields.WORD_TIMES);
        this.durations = DocValues.getSortedNumeric(reader, CallFields.DURATION);
    }

    public static CallClock of(LeafReaderContext leaf) throws IOException {
        return new CallClock(leaf.reader());
    }

    /** @param document its number within the segment, not before the last one */
    public void advance(int document) throws IOException {
        if (!turns.advanceExact(document)) {
            throw PositionCodec.noPositions(document);
        }
        this.document = document;
        turnBytes = turns.binaryValue();
        wordBytes = null;
        bytesOfWord = turnBytes.bytes[turnBytes.offset];
        numberOfTurns = (int) BitUtil.VH_LE_INT.get(turnBytes.bytes, turnBytes.offset + 1);
        numberOfWords = (int) BitUtil.VH_LE_INT.get(turnBytes.bytes, turnBytes.offset + 1 + Integer.BYTES);
    }

    /** How long the recording of this call is. */
    public long durationMs() throws IOException {
        if (!durations.advanceExact(document)) {
            throw PositionCodec.noPositions(document);
        }
        return durations.nextValue();
    }

    /** The number of the utterance in which the word at a position is said. */
    public int turn(int position) {
        int turn = turnAt(position);
        if (turn < 0 || word(position, turn) >= firstWord(turn + 1)) {
            throw new IllegalArgumentException("no word is said at position " + position);
        }
        return turn;
    }

    /** When an utterance begins; none of its words begins before. */
    public long turnStartMs(int turn) {
        return field(turn, START);
    }

    /** When an utterance ends; none of its words ends later. */
    public long turnEndMs(int turn) {
        return field(turn, END);
    }

    /** When the word at a position begins, in milliseconds from the beginning of the recording. */
    public long startMs(int position) throws IOException {
        return startMs(position, turn(position));
    }

    /** When the word at a position ends, in milliseconds from the beginning of the recording. */
    public long endMs(int position) throws IOException {
        int turn = turn(position);
        return startMs(position, turn) + time(word(position, turn), 1);
    }

    /** Whether the word at a position begins before a time. */
    public boolean startsBefore(int position, long ms) throws IOException {
        int turn = turn(position);
        return turnStartMs(turn) < ms && (turnEndMs(turn) < ms || startMs(position, turn) < ms);
    }

    private long startMs(int position, int turn) throws IOException {
        return turnStartMs(turn) + time(word(position, turn), 0);
    }

    private int word(int position, int turn) {
        return firstWord(turn) + position - field(turn, FIRST_POSITION);
    }

    private int firstWord(int turn) {
        return turn < numberOfTurns ? field(turn, FIRST_WORD) : numberOfWords;
    }

    /** The last utterance that begins at or before a position; -1 before all. */
    private int turnAt(int position) {
        int from = 0;
        int to = numberOfTurns;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (field(middle, FIRST_POSITION) <= position) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from - 1;
    }

    private int field(int turn, int number) {
        int at = turnBytes.offset
                + PositionCodec.HEADER_BYTES
                + turn * PositionCodec.TURN_BYTES
                + number * Integer.BYTES;
        return (int) BitUtil.VH_LE_INT.get(turnBytes.bytes, at);
    }

    /** @param number 0 for a word's start since that of its utterance, 1 for its length */
    private long time(int word, int number) throws IOException {
        BytesRef times = wordTimes();
        int at = times.offset + word * bytesOfWord;
        return bytesOfWord == PositionCodec.SHORT_WORD_BYTES
                ? Short.toUnsignedInt((short) BitUtil.VH_LE_SHORT.get(times.bytes, at + number * Short.BYTES))
                : (int) BitUtil.VH_LE_INT.get(times.bytes, at + number * Integer.BYTES);
    }

    private BytesRef wordTimes() throws IOException {
        if (wordBytes == null) {
            if (!words.advanceExact(document)) {
                throw PositionCodec.noPositions(document);
            }
            wordBytes = words.binaryValue();
        }
        return wordBytes;
    }
}
