package dev.callsift.pipeline.index;

import dev.callsift.pipeline.audio.Speaker;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * A position map as bytes: per utterance speaker, number of words, step of positions; per word start since the last word's
 * end, length, confidence in half percents. About five bytes a word.
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
        long clock = 0;
        for (int u = 0; u < map.speakers.length; u++) {
            out.writeByte((byte) SPEAKERS.indexOf(map.speakers[u]));
            out.writeVInt(map.firstPositions[u]);
            out.writeVInt(map.firstWords[u + 1] - map.firstWords[u]);
            for (int w = map.firstWords[u]; w < map.firstWords[u + 1]; w++) {
                out.writeZLong(map.starts[w] - clock);
                out.writeVLong(map.ends[w] - map.starts[w]);
                out.writeByte((byte) Math.round(map.confidences[w] * STEPS));
                clock = map.ends[w];
            }
        }
    }

    static PositionMap decode(BytesRef bytes) {
        ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
        PositionMap map = new PositionMap(in.readVInt(), in.readVInt());
        long clock = 0;
        for (int u = 0; u < map.speakers.length; u++) {
            map.speakers[u] = SPEAKERS.get(in.readByte());
            map.firstPositions[u] = in.readVInt();
            map.firstWords[u + 1] = map.firstWords[u] + in.readVInt();
            for (int w = map.firstWords[u]; w < map.firstWords[u + 1]; w++) {
                map.starts[w] = clock + readZLong(in);
                map.ends[w] = map.starts[w] + in.readVLong();
                map.confidences[w] = Byte.toUnsignedInt(in.readByte()) / (double) STEPS;
                clock = map.ends[w];
            }
        }
        return map;
    }

    /** Lucene's own declares an exception that memory does not throw. */
    private static long readZLong(ByteArrayDataInput in) {
        long coded = in.readVLong();
        return (coded >>> 1) ^ -(coded & 1);
    }
}
