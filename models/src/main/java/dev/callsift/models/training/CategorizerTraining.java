package dev.callsift.models.training;

import dev.callsift.models.category.Weight;
import dev.callsift.models.meaning.MeaningModel;
import dev.callsift.models.meaning.MeaningVector;
import dev.callsift.models.meaning.Plane;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import opennlp.tools.ml.model.MaxentModel;
import org.jspecify.annotations.Nullable;

/**
 * Trains the categorizer of one code by maximum entropy (logistic regression, L-BFGS), and fits how it is weighed against the
 * rules. The weights are fitted to what models say of utterances that they were not trained on: the text is dealt to
 * {@value #FOLDS} hands, those of one call to the same, and each hand is judged by a model trained on the others.
 */
final class CategorizerTraining {

    private static final int FOLDS = 3;
    private static final double WORDS_L2_COST = 0.15;
    private static final double MEANINGS_L2_COST = 0.04;

    private final List<Sample> samples;
    private final FeatureRows said;
    private final @Nullable MeaningRows meant;

    /** @param samples all or none of them with their meaning */
    CategorizerTraining(List<Sample> samples) {
        this.samples = samples;
        this.said = new FeatureRows(samples.stream().map(Sample::features).toList());
        List<MeaningVector> vectors =
                samples.stream().flatMap(sample -> sample.meaning().stream()).toList();
        this.meant = vectors.isEmpty() ? null : new MeaningRows(vectors);
    }

    /** A code's model of words, how it is weighed against the rules, and the same together with what is meant. */
    record Trained(
            MaxentModel model, Weighed words, @Nullable Meant learnedMeaning) {

        /** @throws NullPointerException when the samples had no meaning */
        Meant meant() {
            return Objects.requireNonNull(learnedMeaning);
        }
    }

    /** A code's model of meanings, and how it is weighed against the model of words and the rules. */
    record Meant(Plane plane, Weighed weighed) {}

    /**
     * How models and rules are weighed, and how good they are together on text that the models had not seen.
     *
     * @param likelihoods of all samples, by all of them together, the models not having seen the sample; not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Weighed(Weight weight, HeldOut heldOut, double[] likelihoods) {}

    /** How many samples show a code. */
    long examples(String code) {
        return samples.stream().filter(sample -> sample.codes().contains(code)).count();
    }

    /** The model of all codes' meanings; empty when the samples have none. */
    Optional<MeaningModel> meaningModel(SortedMap<String, Trained> trained) {
        SortedMap<String, Plane> planes = new TreeMap<>();
        if (meant != null) {
            trained.forEach((code, each) -> planes.put(code, each.meant().plane()));
        }
        return Optional.ofNullable(meant).map(rows -> new MeaningModel(rows.center(), planes));
    }

    /** @param others how many times more frequent than in the samples are utterances in calls that do not show the code */
    Trained train(String code, double others) {
        IntPredicate judged = judged(code);
        LogisticRegression words = new LogisticRegression(said, WORDS_L2_COST);
        double[] saidOf = heldOut(words, code, judged);
        Weighed weighed = weighed(code, Likelihoods.ofWords(saidOf), judged, others);
        return new Trained(
                said.model(weights(words, code, judged)),
                weighed,
                meant == null ? null : meant(meant, code, saidOf, judged, others));
    }

    private Meant meant(MeaningRows rows, String code, double[] saidOf, IntPredicate judged, double others) {
        LogisticRegression meanings = new LogisticRegression(rows, MEANINGS_L2_COST);
        Likelihoods both = new Likelihoods(saidOf, heldOut(meanings, code, judged));
        return new Meant(new Plane(weights(meanings, code, judged)), weighed(code, both, judged, others));
    }

    private Weighed weighed(String code, Likelihoods likelihoods, IntPredicate judged, double others) {
        List<Sample> known = numbers().filter(judged).mapToObj(samples::get).toList();
        Likelihoods ofKnown = likelihoods.of(judged);
        Weight weight = new WeightFit(code, known, ofKnown, others).weight();
        return new Weighed(
                weight, HeldOut.of(code, known, ofKnown, weight), likelihoods.together(code, samples, weight));
    }

    /**
     * The samples that can be learned from: what agents make of customers' wishes is labelled in dialogues only, so elsewhere it is not
     * known whether such a code holds.
     */
    private IntPredicate judged(String code) {
        boolean everywhere = samples.stream()
                .anyMatch(sample -> !sample.ofDialogue() && sample.codes().contains(code));
        return i -> everywhere || samples.get(i).ofDialogue();
    }

    private double[] weights(LogisticRegression regression, String code, IntPredicate judged) {
        return regression.weights(numbers().filter(judged).toArray(), i -> shows(i, code));
    }

    private double[] heldOut(LogisticRegression regression, String code, IntPredicate judged) {
        double[] likelihoods = new double[samples.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            double[] weights = weights(regression, code, i -> judged.test(i) && fold(i) != left);
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
