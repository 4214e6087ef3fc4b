package dev.callsift.models.meaning;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** What divides the meanings that show a code from the others: a linear function, the log-odds of the code. Immutable. */
public final class Plane {

    private final double[] coefficients;

    /** @param coefficients the bias, then a weight for each of a meaning's {@value SentenceEncoder#DIMENSIONS} values */
    public Plane(double[] coefficients) {
        if (coefficients.length != SentenceEncoder.DIMENSIONS + 1) {
            throw new IllegalArgumentException(
                    coefficients.length + " coefficients; a plane has one more than a meaning");
        }
        this.coefficients = coefficients.clone();
    }

    /** The likelihood of the code, from 0 to 1. */
    public double likelihood(MeaningVector meaning) {
        return 1 / (1 + Math.exp(-(coefficients[0] + meaning.dot(coefficients, 1))));
    }

    static Plane read(DataInputStream in) throws IOException {
        double[] coefficients = new double[SentenceEncoder.DIMENSIONS + 1];
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] = in.readFloat();
        }
        return new Plane(coefficients);
    }

    void write(DataOutputStream out) throws IOException {
        for (double each : coefficients) {
            out.writeFloat((float) each);
        }
    }
}
