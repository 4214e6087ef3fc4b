package dev.callsift.models.training;

import dev.callsift.models.category.Weight;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import opennlp.tools.ml.model.MaxentModel;

/**
 * Trains the categorizer of one code by maximum entropy (logistic regression, L-BFGS), and fits how it is weighed against the
 * rules. The weights are fitted to what models say of utterances that they were not trained on: the text is dealt to
 * {@value #FOLDS} hands, those of one call to the same, and each hand is judged by a model trained on the others.
 */
final class CategorizerTraining {

    private static final int FOLDS = 2;
    private static final double L2_COST = 0.15;

    private final List<Sample> samples;
    private final FeatureRows said;

    CategorizerTraining(List<Sample> samples) {
        this.samples = samples;
        this.said = new FeatureRows(samples.stream().map(Sample::features).toList());
    }

    /**
     * A code's model, and how it is weighed against the rules.
     *
     * @param heldOut how good both are together on text that the models had not seen
     * @param said of each sample, by a model that had not seen it
     * @param likelihoods of each sample, together with the rules
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Trained(MaxentModel model, Weight weight, HeldOut heldOut, double[] said, double[] likelihoods) {}

    /** How many samples show a code. */
    long examples(String code) {
        return samples.stream().filter(sample -> sample.codes().contains(code)).count();
    }

    /** @param others how many times more frequent than in the samples are utterances in calls that do not show the code */
    Trained train(String code, double others) {
        IntPredicate learnable = learnable(code);
        LogisticRegression regression = new LogisticRegression(said, L2_COST);
        double[] heldOut = heldOut(regression, code, learnable);
        Likelihoods likelihoods = Likelihoods.ofWords(heldOut);
        Judged judged = new Judged(
                code, numbers().filter(learnable).mapToObj(samples::get).toList(), likelihoods.of(learnable));
        Weight weight = new WeightFit(List.of(judged), others, 1)
                .weights()
                .values()
                .iterator()
                .next();
        return new Trained(
                said.model(weights(regression, code, learnable)),
                weight,
                HeldOut.of(judged, weight),
                heldOut,
                likelihoods.together(code, samples, weight));
    }

    /**
     * The samples that can be learned from: what agents make of customers' wishes is labelled in dialogues only, so elsewhere it is not
     * known whether such a code holds.
     */
    private IntPredicate learnable(String code) {
        boolean everywhere = samples.stream()
                .anyMatch(sample -> !sample.ofDialogue() && sample.codes().contains(code));
        return i -> everywhere || samples.get(i).ofDialogue();
    }

    private double[] weights(LogisticRegression regression, String code, IntPredicate chosen) {
        return regression.weights(numbers().filter(chosen).toArray(), i -> shows(i, code));
    }

    private double[] heldOut(LogisticRegression regression, String code, IntPredicate learnable) {
        double[] likelihoods = new double[samples.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            double[] weights = weights(regression, code, i -> learnable.test(i) && fold(i) != left);
            numbers().filter(i -> fold(i) == left).forEach(i -> likelihoods[i] = regression.likelihood(weights, i));
        }
        return likelihoods;
    }

    private IntStream numbers() {
        return IntStream.range(0, samples.size());
    }

    private boolean shows(int sample, String code) {
        return samples.get(sample).codes().contains(code);
    }

    private int fold(int sample) {
        return samples.get(sample).group() % FOLDS;
    }
}
