package dev.callsift.pipeline.index;

import dev.callsift.pipeline.audio.Speaker;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * A position map as bytes: for every utterance its speaker, first position, number of words, start since the last
 * utterance's start, and the length of its words; then for every word its start since the last word's end, its length, its
 * confidence in half percents. About five bytes a word. The utterances come first so that the time of one word can be read
 * without the others: {@link CallClock}.
 */
final class PositionCodec {

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
        List<byte[]> blocks = new ArrayList<>();
        long clock = 0;
        for (int u = 0; u < map.speakers.length; u++) {
            byte[] words = words(map, u);
            long start = map.starts[map.firstWords[u]];
            out.writeByte((byte) SPEAKERS.indexOf(map.speakers[u]));
            out.writeVInt(map.firstPositions[u]);
            out.writeVInt(map.firstWords[u + 1] - map.firstWords[u]);
            out.writeZLong(start - clock);
            out.writeVInt(words.length);
            blocks.add(words);
            clock = start;
        }
        for (byte[] words : blocks) {
            out.writeBytes(words);
        }
    }

    private static byte[] words(PositionMap map, int utterance) throws IOException {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        long clock = map.starts[map.firstWords[utterance]];
        for (int w = map.firstWords[utterance]; w < map.firstWords[utterance + 1]; w++) {
            out.writeZLong(map.starts[w] - clock);
            out.writeVLong(map.ends[w] - map.starts[w]);
            out.writeByte((byte) Math.round(map.confidences[w] * STEPS));
            clock = map.ends[w];
        }
        return out.toArrayCopy();
    }

    static PositionMap decode(BytesRef bytes) {
        ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        PositionMap map = new PositionMap(in.readVInt(), in.readVInt());
        long[] clocks = new long[map.speakers.length];
        long clock = 0;
        for (int u = 0; u < map.speakers.length; u++) {
            map.speakers[u] = SPEAKERS.get(in.readByte());
            map.firstPositions[u] = in.readVInt();
            map.firstWords[u + 1] = map.firstWords[u] + in.readVInt();
            clock += readZLong(in);
            clocks[u] = clock;
            in.readVInt();
        }
        for (int u = 0; u < map.speakers.length; u++) {
            words(in, map, u, clocks[u]);
        }
        return map;
    }

    private static void words(ByteArrayDataInput in, PositionMap map, int utterance, long startMs) {
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
