package dev.callsift.ui.call;

import dev.callsift.ui.SpeakerLabel;
import java.util.List;

/** One utterance of the transcript as the page shows it. */
record TurnView(SpeakerLabel speaker, long startMs, String clock, List<WordView> words) {

    TurnView {
        words = List.copyOf(words);
    }
}
