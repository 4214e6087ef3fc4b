package dev.callsift.models.training;

/** A few numbers for each example, the same number of them for all. Immutable. */
final class NumberRows implements LogisticRegression.Rows {

    private final double[][] rows;

    /** @param rows at least one; not copied */
    NumberRows(double[][] rows) {
        this.rows = rows;
    }

    @Override
    public int dimension() {
        return rows[0].length;
    }

    @Override
    public double dot(int row, double[] weights) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * rows[row][i];
        }
        return sum;
    }

    @Override
    public void addTo(int row, double[] sums, double times) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += times * rows[row][i];
        }
    }
}
