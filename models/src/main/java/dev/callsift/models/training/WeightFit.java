package dev.callsift.models.training;

import dev.callsift.models.category.UtteranceCategorizer;
import dev.callsift.models.category.Weight;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.ml.AbstractEventTrainer;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.MaxentModel;

/** Fits how much a code's model and its rules are worth, by logistic regression over what they say of the samples. */
final class WeightFit {

    private static final double START = 0.5;

    /** With fewer examples in whole calls, a threshold would be chance. */
    private static final long ENOUGH = 30;

    /** Beyond these percentages a threshold follows the text at hand and not what callers say. */
    private static final int LOWEST = 45;

    private static final int HIGHEST = 65;

    private static final double L2_COST = 0.01;
    private static final String[] FEATURES = {"bias", "model", "meaning", "rule", "veto"};

    private final String code;
    private final List<Sample> samples;
    private final Likelihoods likelihoods;
    private final double others;

    /**
     * @param likelihoods of the code by models that had not seen the sample
     * @param others how many times more frequent than in the samples are utterances in calls that do not show the code
     */
    WeightFit(String code, List<Sample> samples, Likelihoods likelihoods, double others) {
        this.code = code;
        this.samples = samples;
        this.likelihoods = likelihoods;
        this.others = others;
    }

    Weight weight() {
        MaxentModel fitted =
                CategorizerTraining.train(events(), AbstractEventTrainer.DATA_INDEXER_ONE_PASS_REAL_VALUE, 0, L2_COST);
        double nothing = logOdds(fitted, 0, 0, 0, 0);
        double model = logOdds(fitted, 1, 0, 0, 0) - nothing;
        double meaning = logOdds(fitted, 0, 1, 0, 0) - nothing;
        double rule = logOdds(fitted, 0, 0, 1, 0) - nothing;
        double veto = logOdds(fitted, 0, 0, 0, 1) - nothing;
        double bias = nothing + Weight.SUREST * (model + meaning);
        // An exception never speaks for a code, nor a match against it; a few samples may say so by chance.
        return withThreshold(new Weight(bias, model, meaning, Math.max(0, rule), Math.min(0, veto), START));
    }

    private List<Event> events() {
        List<Event> events = new ArrayList<>(samples.size());
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            String outcome = sample.codes().contains(code) ? UtteranceCategorizer.YES : UtteranceCategorizer.NO;
            float[] values = {
                1,
                // the trainer takes no negative values
                (float) (Weight.SUREST + Weight.logOdds(likelihoods.said(i))),
                (float) (Weight.SUREST + Weight.logOdds(likelihoods.meant(i))),
                (float) sample.strength(code),
                sample.vetoed().contains(code) ? 1 : 0
            };
            events.add(new Event(outcome, FEATURES, values));
        }
        return events;
    }

    /** What the linear model says of a sample. */
    private static double logOdds(MaxentModel fitted, float model, float meaning, float strength, float veto) {
        double[] outcomes = fitted.eval(FEATURES, new float[] {1, model, meaning, strength, veto});
        double yes = outcomes[fitted.getIndex(UtteranceCategorizer.YES)];
        return Math.log(yes / (1 - yes));
    }

    /**
     * The threshold of the best F1 to be expected in calls; the middle one where several are equally good. Looked for in whole
     * calls, where there are enough: elsewhere what shows no code is not as frequent as it is in calls, and is made to be
     * mistaken.
     */
    private Weight withThreshold(Weight weight) {
        List<Sample> judged = samples.stream().filter(Sample::ofWholeCall).toList();
        boolean enough =
                judged.stream().filter(sample -> sample.codes().contains(code)).count() >= ENOUGH;
        return enough
                ? withThreshold(
                        weight, judged, likelihoods.of(i -> samples.get(i).ofWholeCall()), 1)
                : withThreshold(weight, samples, likelihoods, others);
    }

    private Weight withThreshold(Weight weight, List<Sample> judged, Likelihoods judgedLikelihoods, double times) {
        List<Double> best = new ArrayList<>();
        double bestF1 = -1;
        for (int percent = LOWEST; percent <= HIGHEST; percent++) {
            Weight tried = weight.withThreshold(percent / 100.0);
            double f1 = HeldOut.of(code, judged, judgedLikelihoods, tried).f1(times);
            if (f1 > bestF1) {
                best.clear();
                bestF1 = f1;
            }
            if (f1 == bestF1) {
                best.add(tried.threshold());
            }
        }
        return weight.withThreshold(best.get(best.size() / 2));
    }
}
