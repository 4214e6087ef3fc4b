package dev.callsift.ui.call;

import dev.callsift.pipeline.verdict.SpeakerVerdict;
import java.util.Optional;

/**
 * Who is who by a reviewer.
 *
 * @param swapped whether agent and customer are shown the other way round than they were recorded
 * @param text who said so and when; empty where nobody did
 */
record SpeakersView(boolean swapped, String text) {

    static SpeakersView of(Optional<SpeakerVerdict> verdict) {
        boolean swapped = verdict.filter(SpeakerVerdict::swapped).isPresent();
        String text = verdict.map(said -> (swapped ? "Agent and customer swapped by " : "Swapped back by ")
                        + said.reviewer() + ", " + VerdictView.when(said.at()) + ". The next run tags the call by it.")
                .orElse("");
        return new SpeakersView(swapped, text);
    }
}
