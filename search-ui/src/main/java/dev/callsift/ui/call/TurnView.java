package dev.callsift.ui.call;

import dev.callsift.ui.SpeakerLabel;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One utterance of the transcript as the page shows it.
 *
 * @param index into the transcript's utterances
 */
record TurnView(int index, SpeakerLabel speaker, long startMs, String clock, List<WordView> words) {

    private static final int SUMMARY = 60;

    /** Its beginning, for a list to choose from. */
    public String summary() {
        String text = words.stream().map(WordView::text).collect(Collectors.joining(" "));
        String cut = text.length() > SUMMARY ? text.substring(0, SUMMARY) + "…" : text;
        return clock + " " + speaker.name() + ": " + cut;
    }

    TurnView {
        words = List.copyOf(words);
    }
}
