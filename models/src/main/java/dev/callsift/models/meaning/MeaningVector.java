package dev.callsift.models.meaning;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** A point in the space of meanings, {@value SentenceEncoder#DIMENSIONS} numbers as the sentence encoder gives them. Immutable. */
public final class MeaningVector {

    private final float[] values;

    /** @throws IllegalArgumentException when there are more or fewer than {@value SentenceEncoder#DIMENSIONS} */
    MeaningVector(float[] values) {
        if (values.length != SentenceEncoder.DIMENSIONS) {
            throw new IllegalArgumentException(values.length + " values; a meaning has " + SentenceEncoder.DIMENSIONS);
        }
        this.values = values.clone();
    }

    /** The same direction, with length 1. */
    static MeaningVector unit(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += (double) value * value;
        }
        float length = (float) Math.sqrt(squares);
        float[] unit = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            unit[i] = values[i] / length;
        }
        return new MeaningVector(unit);
    }

    /** The middle of several, at least one. */
    public static MeaningVector mean(List<MeaningVector> several) {
        double[] sums = new double[SentenceEncoder.DIMENSIONS];
        several.forEach(each -> each.addTo(sums, 0, 1));
        float[] mean = new float[sums.length];
        for (int i = 0; i < sums.length; i++) {
            mean[i] = (float) (sums[i] / several.size());
        }
        return new MeaningVector(mean);
    }

    public MeaningVector minus(MeaningVector other) {
        float[] less = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            less[i] = values[i] - other.values[i];
        }
        return new MeaningVector(less);
    }

    /** The scalar product with weights that stand in an array from an offset on; in four sums, which a processor adds up side by side. */
    public double dot(double[] weights, int offset) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (int i = 0; i < values.length; i += 4) {
            a += weights[offset + i] * values[i];
            b += weights[offset + i + 1] * values[i + 1];
            c += weights[offset + i + 2] * values[i + 2];
            d += weights[offset + i + 3] * values[i + 3];
        }
        return a + b + c + d;
    }

    /** Adds a multiple of it to what stands in an array from an offset on. */
    public void addTo(double[] sums, int offset, double times) {
        for (int i = 0; i < values.length; i++) {
            sums[offset + i] += times * values[i];
        }
    }

    static MeaningVector read(DataInputStream in) throws IOException {
        float[] values = new float[SentenceEncoder.DIMENSIONS];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readFloat();
        }
        return new MeaningVector(values);
    }

    void write(DataOutputStream out) throws IOException {
        for (float value : values) {
            out.writeFloat(value);
        }
    }
}
