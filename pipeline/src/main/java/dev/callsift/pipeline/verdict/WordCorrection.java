package dev.callsift.pipeline.verdict;

import dev.callsift.pipeline.audio.Speaker;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer heard instead of what the machine did, in one utterance of one call.
 *
 * @param id its number; 0 before it is kept
 * @param callId the call's id everywhere in callsift
 * @param undoes the number of the correction that is taken back by this one, whose other values are repeated; null where it corrects
 * @param speaker who says the words by the machine's transcript, whatever reviewers say of who is who
 * @param startMs where the words begin in the recording
 * @param endMs where they end
 * @param was the words that stood there, a space between two
 * @param words what was said instead, likewise
 * @param at when
 */
public record WordCorrection(
        long id,
        String callId,
        @Nullable Long undoes,
        Speaker speaker,
        long startMs,
        long endMs,
        String was,
        String words,
        String reviewer,
        Instant at) {

    public static final int LONGEST = 1_000;

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** What is written around words, but not heard. */
    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}'’+]+$");

    public WordCorrection {
        Reviewers.check(reviewer);
        if (startMs < 0 || endMs < startMs || was.isBlank() || words.isBlank() || words.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "no correction: '" + was + "' to '" + words + "', " + startMs + " to " + endMs + " ms");
        }
    }

    /** What was typed, spelled as speech models do: lower case, a space between two words, no punctuation around them. */
    public static String spoken(String typed) {
        return String.join(
                " ",
                BLANKS.splitAsStream(typed.strip().toLowerCase(Locale.ROOT))
                        .map(word -> AROUND.matcher(word).replaceAll(""))
                        .filter(word -> !word.isEmpty())
                        .toList());
    }

    /** The same taken back. */
    public WordCorrection undone(String by, Instant when) {
        return new WordCorrection(0, callId, id, speaker, startMs, endMs, was, words, by, when);
    }

    List<String> wasEach() {
        return List.of(was.split(" ", -1));
    }

    List<String> wordsEach() {
        return List.of(words.split(" ", -1));
    }
}
