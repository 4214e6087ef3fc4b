package dev.callsift.pipeline.index;

import dev.callsift.pipeline.audio.Speaker;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * A position map as bytes: for every utterance {@value #HEADER_BYTES} bytes, which are its first position, its start, where its
 * words begin behind all headers, and its speaker; then for every utterance its number of words and for every word its start
 * since the last word's end, its length, its confidence in half percents. About five bytes a word. The headers are of one
 * length so that the time of one word can be read without the others: {@link CallClock}.
 */
final class PositionCodec {

    /** Three whole numbers and a speaker. */
    static final int HEADER_BYTES = 3 * Integer.BYTES + 1;

    private static final int STEPS = 200;
    /** Part of the format: the place in this list is the byte. */
    private static final List<Speaker> SPEAKERS = List.of(Speaker.AGENT, Speaker.CUSTOMER, Speaker.UNKNOWN);

    private PositionCodec() {}

    /** A confidence as it will be read back. */
    static double rounded(double confidence) {
        return Math.round(confidence * STEPS) / (double) STEPS;
    }

    static BytesRef encode(PositionMap map) {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        try {
            write(map, out);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail to take bytes", e);
        }
        return new BytesRef(out.toArrayCopy());
    }

    private static void write(PositionMap map, ByteBuffersDataOutput out) throws IOException {
        out.writeVInt(map.speakers.length);
        out.writeVInt(map.starts.length);
        ByteBuffersDataOutput words = new ByteBuffersDataOutput();
        for (int u = 0; u < map.speakers.length; u++) {
            out.writeInt(map.firstPositions[u]);
            out.writeInt(Math.toIntExact(map.starts[map.firstWords[u]]));
            out.writeInt(Math.toIntExact(words.size()));
            out.writeByte((byte) SPEAKERS.indexOf(map.speakers[u]));
            writeWords(map, u, words);
        }
        words.copyTo(out);
    }

    private static void writeWords(PositionMap map, int utterance, ByteBuffersDataOutput out) throws IOException {
        out.writeVInt(map.firstWords[utterance + 1] - map.firstWords[utterance]);
        long clock = map.starts[map.firstWords[utterance]];
        for (int w = map.firstWords[utterance]; w < map.firstWords[utterance + 1]; w++) {
            out.writeZLong(map.starts[w] - clock);
            out.writeVLong(map.ends[w] - map.starts[w]);
            out.writeByte((byte) Math.round(map.confidences[w] * STEPS));
            clock = map.ends[w];
        }
    }

    static PositionMap decode(BytesRef bytes) {
        ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        PositionMap map = new PositionMap(in.readVInt(), in.readVInt());
        int[] starts = new int[map.speakers.length];
        for (int u = 0; u < map.speakers.length; u++) {
            map.firstPositions[u] = in.readInt();
            starts[u] = in.readInt();
            in.readInt();
            map.speakers[u] = SPEAKERS.get(in.readByte());
        }
        for (int u = 0; u < map.speakers.length; u++) {
            readWords(in, map, u, starts[u]);
        }
        return map;
    }

    private static void readWords(ByteArrayDataInput in, PositionMap map, int utterance, long startMs) {
        map.firstWords[utterance + 1] = map.firstWords[utterance] + in.readVInt();
        long clock = startMs;
        for (int w = map.firstWords[utterance]; w < map.firstWords[utterance + 1]; w++) {
            map.starts[w] = clock + readZLong(in);
            map.ends[w] = map.starts[w] + in.readVLong();
            map.confidences[w] = Byte.toUnsignedInt(in.readByte()) / (double) STEPS;
            clock = map.ends[w];
        }
    }

    /** Lucene's own declares an exception that memory does not throw. */
    static long readZLong(ByteArrayDataInput in) {
        long coded = in.readVLong();
        return (coded >>> 1) ^ -(coded & 1);
    }
}
