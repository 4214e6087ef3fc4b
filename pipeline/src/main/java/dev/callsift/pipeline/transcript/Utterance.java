package dev.callsift.pipeline.transcript;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.callsift.pipeline.audio.Speaker;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one speaker says without a long pause.
 *
 * @param speaker who says it
 * @param words at least one, in the order of time
 */
public record Utterance(Speaker speaker, List<Word> words) {

    public Utterance {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("an utterance has words");
        }
    }

    @JsonIgnore
    public long startMs() {
        return words.getFirst().startMs();
    }

    @JsonIgnore
    public long endMs() {
        return words.getLast().endMs();
    }

    @JsonIgnore
    public String text() {
        return words.stream().map(Word::text).collect(Collectors.joining(" "));
    }
}
