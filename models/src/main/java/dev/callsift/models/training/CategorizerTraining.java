package dev.callsift.models.training;

import dev.callsift.models.category.UtteranceCategorizer;
import dev.callsift.models.category.Weight;
import dev.callsift.models.meaning.MeaningModel;
import dev.callsift.models.meaning.MeaningVector;
import dev.callsift.models.meaning.Plane;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import opennlp.tools.ml.AbstractEventTrainer;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.jspecify.annotations.Nullable;

/**
 * Trains the categorizer of one code by maximum entropy (logistic regression, L-BFGS), and fits how it is weighed against the
 * rules. The weights are fitted to what models say of utterances that they were not trained on: the text is dealt to
 * {@value #FOLDS} hands, and each hand is judged by a model trained on the others.
 */
final class CategorizerTraining {

    private static final int FOLDS = 3;

    /** So many utterances in a row go to the same hand: those of one call help each other to be recognized. */
    private static final int IN_A_ROW = 12;

    private static final int CUTOFF = 2;
    private static final double L2_COST = 0.3;

    private final List<Sample> samples;
    private final @Nullable MeaningTraining meanings;

    /** @param samples all or none of them with their meaning */
    CategorizerTraining(List<Sample> samples) {
        this.samples = samples;
        List<MeaningVector> vectors =
                samples.stream().flatMap(sample -> sample.meaning().stream()).toList();
        this.meanings = vectors.isEmpty() ? null : new MeaningTraining(samples, vectors);
    }

    /** A code's model of words, its weighing against the rules, and how good both are on text that they had not seen. */
    record Trained(
            MaxentModel model,
            Weight weight,
            HeldOut heldOut,
            @Nullable Meant learnedMeaning) {

        /** @throws NullPointerException when the samples had no meaning */
        Meant meant() {
            return Objects.requireNonNull(learnedMeaning);
        }
    }

    /** A code's model of meanings, its weighing against the model of words and the rules, and how good all three are. */
    record Meant(Plane plane, Weight weight, HeldOut heldOut) {}

    /** How many samples show a code. */
    long examples(String code) {
        return samples.stream().filter(sample -> sample.codes().contains(code)).count();
    }

    /** The model of all codes' meanings; empty when the samples have none. */
    Optional<MeaningModel> meaningModel(SortedMap<String, Trained> trained) {
        SortedMap<String, Plane> planes = new TreeMap<>();
        if (meanings != null) {
            trained.forEach((code, each) -> planes.put(code, each.meant().plane()));
        }
        return Optional.ofNullable(meanings).map(training -> new MeaningModel(training.center(), planes));
    }

    /** @param others how many times more frequent than in the samples are utterances in calls that do not show the code */
    Trained train(String code, double others) {
        double[] said = heldOut(code);
        Likelihoods words = Likelihoods.ofWords(said);
        Weight weight = new WeightFit(code, samples, words, others).weight();
        return new Trained(
                model(code, i -> true),
                weight,
                HeldOut.of(code, samples, words, weight),
                meanings == null ? null : meant(meanings, code, said, others));
    }

    private Meant meant(MeaningTraining training, String code, double[] said, double others) {
        Likelihoods both = new Likelihoods(said, heldOut(training, code));
        Weight weight = new WeightFit(code, samples, both, others).weight();
        return new Meant(training.plane(code, i -> true), weight, HeldOut.of(code, samples, both, weight));
    }

    private double[] heldOut(MeaningTraining training, String code) {
        double[] likelihoods = new double[samples.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            Plane plane = training.plane(code, i -> fold(i) != left);
            IntStream.range(0, samples.size())
                    .filter(i -> fold(i) == left)
                    .forEach(i -> likelihoods[i] = training.likelihood(plane, i));
        }
        return likelihoods;
    }

    private double[] heldOut(String code) {
        double[] likelihoods = new double[samples.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            MaxentModel model = model(code, i -> fold(i) != left);
            IntStream.range(0, samples.size())
                    .filter(i -> fold(i) == left)
                    .forEach(i -> likelihoods[i] = UtteranceCategorizer.probability(
                            model, samples.get(i).features()));
        }
        return likelihoods;
    }

    private static int fold(int sample) {
        return sample / IN_A_ROW % FOLDS;
    }

    private MaxentModel model(String code, IntPredicate chosen) {
        List<Event> events = IntStream.range(0, samples.size())
                .filter(chosen)
                .mapToObj(samples::get)
                .map(sample ->
                        new Event(outcome(sample, code), sample.features().toArray(String[]::new)))
                .toList();
        return train(events, AbstractEventTrainer.DATA_INDEXER_ONE_PASS_VALUE, CUTOFF, L2_COST);
    }

    private static String outcome(Sample sample, String code) {
        return sample.codes().contains(code) ? UtteranceCategorizer.YES : UtteranceCategorizer.NO;
    }

    /**
     * @param indexer OpenNLP's name of it; another one for events with real values
     * @param cutoff features seen in fewer events are left out
     * @param l2Cost how strongly large weights are held back
     */
    static MaxentModel train(List<Event> events, String indexer, int cutoff, double l2Cost) {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
        parameters.put(AbstractEventTrainer.DATA_INDEXER_PARAM, indexer);
        parameters.put(TrainingParameters.CUTOFF_PARAM, cutoff);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, 60);
        parameters.put(QNTrainer.L1COST_PARAM, 0.0);
        parameters.put(QNTrainer.L2COST_PARAM, l2Cost);
        try {
            EventTrainer trainer = TrainerFactory.getEventTrainer(parameters, new HashMap<>());
            return trainer.train(ObjectStreamUtils.createObjectStream(events));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
