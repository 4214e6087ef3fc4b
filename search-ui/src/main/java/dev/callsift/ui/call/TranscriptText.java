package dev.callsift.ui.call;

import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Utterance;
import dev.callsift.pipeline.transcript.Word;
import dev.callsift.pipeline.verdict.CorrectedTranscript;
import dev.callsift.ui.Clock;
import dev.callsift.ui.SpeakerLabel;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A transcript in other forms. */
final class TranscriptText {

    /** About two lines on a screen. */
    private static final int WORDS_OF_CAPTION = 14;

    private TranscriptText() {}

    private static final String MARK = "*";

    /** A line for each utterance: time, speaker, words; those that a reviewer corrected have an asterisk. */
    static String plain(Transcript transcript, CorrectedTranscript corrected) {
        String lines = utterances(transcript)
                .map(said -> Clock.position(said.utterance().startMs()) + "  "
                        + SpeakerLabel.of(said.utterance().speaker()).name() + ": "
                        + said.words(corrected, word -> word + MARK) + "\n")
                .collect(Collectors.joining());
        return lines.contains(MARK) ? lines + "\n" + MARK + " corrected by a reviewer\n" : lines;
    }

    /**
     * WebVTT as W3C specifies it, with the speaker as voice, and corrected words in the class {@code corrected}; long utterances are cut
     * into several captions.
     */
    static String captions(Transcript transcript, CorrectedTranscript corrected) {
        return "WEBVTT\n\n"
                + utterances(transcript)
                        .flatMap(Part::captions)
                        .map(part -> caption(part, corrected))
                        .collect(Collectors.joining());
    }

    private static Stream<Part> utterances(Transcript transcript) {
        List<Utterance> all = transcript.utterances();
        return IntStream.range(0, all.size())
                .mapToObj(i -> new Part(i, all.get(i), 0, all.get(i).words().size()));
    }

    /** Words of an utterance. */
    private record Part(int index, Utterance utterance, int from, int to) {

        Stream<Part> captions() {
            return IntStream.iterate(from, first -> first < to, first -> first + WORDS_OF_CAPTION)
                    .mapToObj(first -> new Part(index, utterance, first, Math.min(to, first + WORDS_OF_CAPTION)));
        }

        String words(CorrectedTranscript corrected, UnaryOperator<String> marked) {
            return words(corrected, UnaryOperator.identity(), marked);
        }

        String words(CorrectedTranscript corrected, UnaryOperator<String> each, UnaryOperator<String> marked) {
            return IntStream.range(from, to)
                    .mapToObj(word -> {
                        String text = each.apply(utterance.words().get(word).text());
                        return corrected.by(index, word).isPresent() ? marked.apply(text) : text;
                    })
                    .collect(Collectors.joining(" "));
        }
    }

    private static String caption(Part part, CorrectedTranscript corrected) {
        List<Word> words = part.utterance().words();
        // a caption that ends when it begins is no caption
        long start = words.get(part.from()).startMs();
        long end = Math.max(start + 1, words.get(part.to() - 1).endMs());
        String text = part.words(corrected, TranscriptText::escaped, word -> "<c.corrected>" + word + "</c>");
        return clock(start) + " --> " + clock(end) + "\n<v "
                + SpeakerLabel.of(part.utterance().speaker()).name() + ">" + text + "\n\n";
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
