package dev.callsift.models.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeaningModelTest {

    private static final MeaningVector EAST = axis(0);
    private static final MeaningVector NORTH = axis(1);
    private static final MeaningModel MODEL = new MeaningModel(
            MeaningVector.mean(List.of(EAST, NORTH)), Map.of("reason.east", plane(0, 4), "reason.north", plane(1, 4)));

    @Test
    void aMeaningOnTheSideOfACodeShowsIt() {
        Map<String, Double> likelihoods = MODEL.probabilities(EAST);

        assertThat(likelihoods.get("reason.east")).isCloseTo(1 / (1 + Math.exp(-2)), within(1e-9));
        assertThat(likelihoods.get("reason.north")).isCloseTo(1 / (1 + Math.exp(2)), within(1e-9));
    }

    @Test
    void saysTheSameAfterBeingWrittenAndRead() throws IOException {
        MeaningModel read = MeaningModel.read(new ByteArrayInputStream(written()));

        assertThat(read.probabilities(NORTH)).isEqualTo(MODEL.probabilities(NORTH));
    }

    @Test
    void aFileThatBreaksOffIsRefused() throws IOException {
        byte[] half = Arrays.copyOf(written(), 1_000);

        assertThatThrownBy(() -> MeaningModel.read(new ByteArrayInputStream(half)))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void aPlaneOfAnotherSpaceIsRefused() {
        assertThatThrownBy(() -> new Plane(new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 coefficients");
    }

    private static byte[] written() throws IOException {
        var bytes = new ByteArrayOutputStream();
        MODEL.write(bytes);
        return bytes.toByteArray();
    }

    private static MeaningVector axis(int index) {
        float[] values = new float[SentenceEncoder.DIMENSIONS];
        values[index] = 1;
        return new MeaningVector(values);
    }

    private static Plane plane(int axis, double weight) {
        double[] coefficients = new double[SentenceEncoder.DIMENSIONS + 1];
        coefficients[axis + 1] = weight;
        return new Plane(coefficients);
    }
}
