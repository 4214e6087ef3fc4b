package dev.callsift.pipeline.index;

import dev.callsift.pipeline.audio.Speaker;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * A position map as bytes, in two parts. The turns: how many bytes a word takes, how many utterances and words there are, then
 * for every utterance {@value #TURN_BYTES} bytes, which are its first position, its first word, its start, its end, and its
 * speaker. The words: for each its start since that of its utterance, its length, and its confidence in half percents. Times of
 * words take two bytes where all of a call fit into them, else four. All turns are of one length, and all words, so that the time of
 * one word can be read without the others, and mostly without the words at all: {@link CallClock}.
 */
final class PositionCodec {

    static final int HEADER_BYTES = 1 + 2 * Integer.BYTES;
    /** Four whole numbers and a speaker. */
    static final int TURN_BYTES = 4 * Integer.BYTES + 1;

    static final int SHORT_WORD_BYTES = 2 * Short.BYTES + 1;
    private static final int LONG_WORD_BYTES = 2 * Integer.BYTES + 1;

    private static final int SHORT_MOST = 0xFFFF;
    private static final int STEPS = 200;
    /** Part of the format: the place in this list is the byte. */
    private static final List<Speaker> SPEAKERS = List.of(Speaker.AGENT, Speaker.CUSTOMER, Speaker.UNKNOWN);

    private final PositionMap map;
    private final long[] turnStarts;
    private final long[] turnEnds;
    private final int wordBytes;

    PositionCodec(PositionMap map) {
        this.map = map;
        this.turnStarts = new long[map.speakers.length];
        this.turnEnds = new long[map.speakers.length];
        for (int u = 0; u < map.speakers.length; u++) {
            turnStarts[u] = Arrays.stream(map.starts, map.firstWords[u], map.firstWords[u + 1])
                    .min()
                    .orElse(0);
            turnEnds[u] = Arrays.stream(map.ends, map.firstWords[u], map.firstWords[u + 1])
                    .max()
                    .orElse(0);
        }
        // no word starts later, or lasts longer, than its turn lasts
        long longest = IntStream.range(0, map.speakers.length)
                .mapToLong(u -> turnEnds[u] - turnStarts[u])
                .max()
                .orElse(0);
        this.wordBytes = longest <= SHORT_MOST ? SHORT_WORD_BYTES : LONG_WORD_BYTES;
    }

    /** A confidence as it will be read back. */
    static double rounded(double confidence) {
        return Math.round(confidence * STEPS) / (double) STEPS;
    }

    BytesRef turns() {
        return bytes(this::writeTurns);
    }

    BytesRef words() {
        return bytes(this::writeWords);
    }

    /** What is thrown where an index lacks the bytes of a call. */
    static IllegalStateException noPositions(int document) {
        return new IllegalStateException("document " + document + " has no positions; run 'callsift reindex'");
    }

    private interface Part {
        void writeTo(ByteBuffersDataOutput out) throws IOException;
    }

    private static BytesRef bytes(Part part) {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        try {
            part.writeTo(out);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to take bytes", e);
        }
        return new BytesRef(out.toArrayCopy());
    }

    private void writeTurns(ByteBuffersDataOutput out) throws IOException {
        out.writeByte((byte) wordBytes);
        out.writeInt(map.speakers.length);
        out.writeInt(map.starts.length);
        for (int u = 0; u < map.speakers.length; u++) {
            out.writeInt(map.firstPositions[u]);
            out.writeInt(map.firstWords[u]);
            out.writeInt(Math.toIntExact(turnStarts[u]));
            out.writeInt(Math.toIntExact(turnEnds[u]));
            out.writeByte((byte) SPEAKERS.indexOf(map.speakers[u]));
        }
    }

    private void writeWords(ByteBuffersDataOutput out) throws IOException {
        for (int u = 0; u < map.speakers.length; u++) {
            for (int w = map.firstWords[u]; w < map.firstWords[u + 1]; w++) {
                writeTime(map.starts[w] - turnStarts[u], out);
                writeTime(map.ends[w] - map.starts[w], out);
                out.writeByte((byte) Math.round(map.confidences[w] * STEPS));
            }
        }
    }

    private void writeTime(long ms, ByteBuffersDataOutput out) throws IOException {
        if (wordBytes == SHORT_WORD_BYTES) {
            out.writeShort((short) ms);
        } else {
            out.writeInt(Math.toIntExact(ms));
        }
    }

    static PositionMap decode(BytesRef turns, BytesRef words) {
        ByteArrayDataInput in = input(turns);
        int wordBytes = in.readByte();
        PositionMap map = new PositionMap(in.readInt(), in.readInt());
        int[] starts = new int[map.speakers.length];
        for (int u = 0; u < map.speakers.length; u++) {
            map.firstPositions[u] = in.readInt();
            map.firstWords[u] = in.readInt();
            starts[u] = in.readInt();
            in.readInt();
            map.speakers[u] = SPEAKERS.get(in.readByte());
        }
        map.firstWords[map.speakers.length] = map.starts.length;
        readWords(input(words), wordBytes, starts, map);
        return map;
    }

    private static ByteArrayDataInput input(BytesRef bytes) {
        return new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
    }

    private static void readWords(ByteArrayDataInput in, int wordBytes, int[] starts, PositionMap map) {
        for (int u = 0; u < map.speakers.length; u++) {
            for (int w = map.firstWords[u]; w < map.firstWords[u + 1]; w++) {
                map.starts[w] = starts[u] + readTime(in, wordBytes);
                map.ends[w] = map.starts[w] + readTime(in, wordBytes);
                map.confidences[w] = Byte.toUnsignedInt(in.readByte()) / (double) STEPS;
            }
        }
    }

    private static long readTime(ByteArrayDataInput in, int wordBytes) {
        return wordBytes == SHORT_WORD_BYTES ? Short.toUnsignedInt(in.readShort()) : in.readInt();
    }
}
