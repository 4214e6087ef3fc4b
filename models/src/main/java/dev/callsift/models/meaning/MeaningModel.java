package dev.callsift.models.meaning;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Says of each code how likely the meaning of an utterance shows it: logistic regression over the encoder's vector. Immutable. */
public final class MeaningModel {

    private final MeaningVector center;
    private final SortedMap<String, Plane> planes;

    /**
     * @param center the mean of the meanings that the planes were fitted to
     * @param planes by code, over meanings less the center
     */
    public MeaningModel(MeaningVector center, Map<String, Plane> planes) {
        this.center = center;
        this.planes = new TreeMap<>(planes);
    }

    /** The likelihood of each code, from 0 to 1. */
    public Map<String, Double> probabilities(MeaningVector meaning) {
        MeaningVector less = meaning.minus(center);
        Map<String, Double> probabilities = new HashMap<>();
        planes.forEach((code, plane) -> probabilities.put(code, plane.likelihood(less)));
        return probabilities;
    }

    /** @throws IOException when the stream does not hold what {@link #write} wrote */
    public static MeaningModel read(InputStream stream) throws IOException {
        var in = new DataInputStream(stream);
        MeaningVector center = MeaningVector.read(in);
        Map<String, Plane> planes = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            planes.put(in.readUTF(), Plane.read(in));
        }
        return new MeaningModel(center, planes);
    }

    /** The center and the number of codes; then for each code its name and its plane; numbers big-endian, four bytes each. */
    public void write(OutputStream stream) throws IOException {
        var out = new DataOutputStream(stream);
        center.write(out);
        out.writeInt(planes.size());
        for (Map.Entry<String, Plane> each : planes.entrySet()) {
            out.writeUTF(each.getKey());
            each.getValue().write(out);
        }
        out.flush();
    }
}
