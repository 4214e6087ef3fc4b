package dev.callsift.models.category;

/**
 * How the word of a code's models and the word of its rules are weighed: a logistic function fitted to utterances that the models
 * had not seen, so that of a hundred utterances it gives 0.8, about eighty show the code.
 *
 * @param bias what is said when neither speaks
 * @param model weight of the log-odds of the model of words
 * @param meaning weight of the log-odds of the call encoder
 * @param rule weight of the strength of the strongest rule that matches
 * @param veto weight of a rule that would match but for a negation or another exception
 * @param threshold from which likelihood the code is tagged, chosen on the same utterances for the best F1
 */
public record Weight(double bias, double model, double meaning, double rule, double veto, double threshold) {

    /** The likelihood of a call encoder that was not asked. */
    public static final double NOT_ASKED = 0.5;

    /** Beyond these log-odds a model's certainty counts no more. */
    public static final double SUREST = 6;

    public Weight {
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException("the threshold " + threshold + " is not between 0 and 1");
        }
    }

    /**
     * How likely an utterance shows the code.
     *
     * @param said likelihood by the model of words
     * @param meant likelihood by the call encoder; {@link #NOT_ASKED} without one
     * @param strength of the strongest rule that matches; 0 when none does
     * @param vetoed whether a rule would match but for an exception, and none does without
     */
    public double likelihood(double said, double meant, double strength, boolean vetoed) {
        double sum = bias + model * logOdds(said) + meaning * logOdds(meant) + rule * strength + (vetoed ? veto : 0);
        return 1 / (1 + Math.exp(-sum));
    }

    public Weight withThreshold(double other) {
        return new Weight(bias, model, meaning, rule, veto, other);
    }

    /** The log-odds of a model's likelihood, within bounds. */
    public static double logOdds(double likelihood) {
        return Math.clamp(Math.log(likelihood / (1 - likelihood)), -SUREST, SUREST);
    }
}
