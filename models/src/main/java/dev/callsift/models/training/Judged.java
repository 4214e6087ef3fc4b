package dev.callsift.models.training;

import java.util.List;

/**
 * Samples, and what a code's models say of them, which had not seen them.
 *
 * @param likelihoods of the samples, in their order
 */
record Judged(String code, List<Sample> samples, Likelihoods likelihoods) {

    Judged {
        samples = List.copyOf(samples);
    }

    /** How many samples show the code. */
    long labelled() {
        return samples.stream().filter(sample -> sample.codes().contains(code)).count();
    }
}
