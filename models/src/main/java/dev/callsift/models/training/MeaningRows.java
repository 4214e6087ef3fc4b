package dev.callsift.models.training;

import dev.callsift.models.meaning.MeaningVector;
import dev.callsift.models.meaning.SentenceEncoder;
import java.util.List;

/** The meanings of utterances as rows: a one for the bias, then the encoder's vector less the mean of all. Immutable. */
final class MeaningRows implements LogisticRegression.Rows {

    private final MeaningVector center;
    private final List<MeaningVector> meanings;

    MeaningRows(List<MeaningVector> meanings) {
        this.center = MeaningVector.mean(meanings);
        this.meanings = meanings.stream().map(each -> each.minus(center)).toList();
    }

    /** The mean of all meanings; planes take meanings less this. */
    MeaningVector center() {
        return center;
    }

    @Override
    public int dimension() {
        return SentenceEncoder.DIMENSIONS + 1;
    }

    @Override
    public double dot(int row, double[] weights) {
        return weights[0] + meanings.get(row).dot(weights, 1);
    }

    @Override
    public void addTo(int row, double[] sums, double times) {
        sums[0] += times;
        meanings.get(row).addTo(sums, 1, times);
    }
}
