package dev.callsift.pipeline.transcript;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.callsift.pipeline.audio.Speaker;
import java.util.Base64;
import java.util.List;

/**
 * How loud a call is: what its waveform is drawn from. The JSON form of this record is a document beside the transcript; its schema is
 * {@code docs/schema/peaks-1.json}. The same recording gives the same document byte for byte.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param id the call's id everywhere in callsift
 * @param sha256 of the recording's content, lower-case hexadecimal, as in its transcript
 * @param stepMs what one value stands for, in milliseconds
 * @param lanes one for each speaker that was told apart, by channel
 */
public record Waveform(int schemaVersion, String id, String sha256, int stepMs, List<Lane> lanes) {

    public static final int SCHEMA_VERSION = 1;

    public Waveform {
        if (schemaVersion != SCHEMA_VERSION || stepMs < 1) {
            throw new IllegalArgumentException("no peaks: schema " + schemaVersion + ", step " + stepMs + " ms");
        }
        lanes = List.copyOf(lanes);
    }

    /**
     * One channel.
     *
     * @param peaks the largest sample, without its sign, of each step: unsigned bytes as Base64, 255 is full scale
     */
    public record Lane(int channel, Speaker speaker, String peaks) {

        public Lane {
            Base64.getDecoder().decode(peaks); // refuses what is none
        }

        /** The values from 0 to 255. */
        @JsonIgnore
        public int[] values() {
            byte[] bytes = Base64.getDecoder().decode(peaks);
            int[] values = new int[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                values[i] = Byte.toUnsignedInt(bytes[i]);
            }
            return values;
        }
    }

    /** The name of a call's peaks in the document store. */
    public static String documentName(String id) {
        return "peaks/" + id + ".json";
    }
}
