package dev.callsift.ui.call;

import dev.callsift.pipeline.transcript.Word;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A word of the transcript as the page shows it.
 *
 * @param classes of the style sheet: word, and whether it is unsure, a hit, or the proof of a tag of some kind
 * @param remark what to show when it is pointed at, for a word the recognizer was unsure of
 */
record WordView(
        String text,
        long startMs,
        long endMs,
        String classes,
        @Nullable String remark) {

    static WordView of(Word word, boolean unsure, boolean hit, @Nullable String proofKind) {
        String classes = Stream.of(
                        "word", unsure ? "unsure" : "", hit ? "hit" : "", proofKind == null ? "" : "proof " + proofKind)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" "));
        return new WordView(word.text(), word.startMs(), word.endMs(), classes, unsure ? remark(word) : null);
    }

    private static String remark(Word word) {
        return String.format(
                Locale.ROOT,
                "heard with %.0f %% confidence",
                100 * word.confidence().value());
    }
}
