package dev.callsift.ui.call;

import dev.callsift.pipeline.transcript.Word;
import dev.callsift.pipeline.verdict.WordCorrection;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A word of the transcript as the page shows it.
 *
 * @param classes of the style sheet: word, and whether it is unsure, corrected, a hit, or the proof of a tag of some kind
 * @param remark what to show when it is pointed at, for a word the recognizer was unsure of, or a reviewer corrected
 */
record WordView(
        String text,
        long startMs,
        long endMs,
        String classes,
        @Nullable String remark) {

    static WordView of(
            Word word, boolean unsure, boolean hit, @Nullable String proofKind, @Nullable WordCorrection correction) {
        String classes = Stream.of(
                        "word",
                        unsure ? "unsure" : "",
                        correction == null ? "" : "corrected",
                        hit ? "hit" : "",
                        proofKind == null ? "" : "proof " + proofKind)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(" "));
        String remark = unsure ? remark(word) : correction == null ? null : remark(correction);
        return new WordView(word.text(), word.startMs(), word.endMs(), classes, remark);
    }

    private static String remark(WordCorrection correction) {
        return "corrected by " + correction.reviewer() + "; heard as “" + correction.was() + "”";
    }

    private static String remark(Word word) {
        return String.format(
                Locale.ROOT,
                "heard with %.0f %% confidence",
                100 * word.confidence().value());
    }
}
