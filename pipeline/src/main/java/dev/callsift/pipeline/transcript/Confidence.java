package dev.callsift.pipeline.transcript;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How sure a machine is, from 0 to 1, kept to three decimals so that the same input gives the same document. */
public record Confidence(@JsonValue double value) implements Comparable<Confidence> {

    @JsonCreator
    public Confidence {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a confidence is between 0 and 1, not " + value);
        }
        value = Math.round(value * 1_000) / 1_000.0;
    }

    @Override
    public int compareTo(Confidence other) {
        return Double.compare(value, other.value);
    }
}
