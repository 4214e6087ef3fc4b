package dev.callsift.ui.call;

import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Utterance;
import dev.callsift.pipeline.transcript.Word;
import dev.callsift.ui.Clock;
import dev.callsift.ui.SpeakerLabel;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A transcript in other forms. */
final class TranscriptText {

    /** About two lines on a screen. */
    private static final int WORDS_OF_CAPTION = 14;

    private TranscriptText() {}

    /** A line for each utterance: time, speaker, words. */
    static String plain(Transcript transcript) {
        return transcript.utterances().stream()
                .map(said -> Clock.position(said.startMs()) + "  "
                        + SpeakerLabel.of(said.speaker()).name() + ": " + said.text() + "\n")
                .collect(Collectors.joining());
    }

    /** WebVTT as W3C specifies it, with the speaker as voice; long utterances are cut into several captions. */
    static String captions(Transcript transcript) {
        return "WEBVTT\n\n"
                + transcript.utterances().stream().map(TranscriptText::captions).collect(Collectors.joining());
    }

    private static String captions(Utterance said) {
        StringBuilder captions = new StringBuilder();
        List<Word> words = said.words();
        for (int from = 0; from < words.size(); from += WORDS_OF_CAPTION) {
            captions.append(caption(said, words.subList(from, Math.min(words.size(), from + WORDS_OF_CAPTION))));
        }
        return captions.toString();
    }

    private static String caption(Utterance said, List<Word> words) {
        // a caption that ends when it begins is no caption
        long start = words.getFirst().startMs();
        long end = Math.max(start + 1, words.getLast().endMs());
        String text = words.stream().map(Word::text).collect(Collectors.joining(" "));
        return clock(start) + " --> " + clock(end) + "\n<v "
                + SpeakerLabel.of(said.speaker()).name() + ">" + escaped(text) + "\n\n";
    }

    private static String clock(long ms) {
        Duration at = Duration.ofMillis(ms);
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                at.toHours(),
                at.toMinutesPart(),
                at.toSecondsPart(),
                at.toMillisPart());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
