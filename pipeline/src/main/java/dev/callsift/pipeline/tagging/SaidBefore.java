package dev.callsift.pipeline.tagging;

import dev.callsift.models.language.Token;
import dev.callsift.pipeline.audio.Speaker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the other speaker said last before an utterance of a call, which tells what a "yes" means. For one thread. */
final class SaidBefore {

    /** A question may be cut in several utterances by pauses. */
    private static final int OF_THE_OTHER = 3;

    /** "um" and "okay" may be between the question and its answer. */
    private static final int OF_ONESELF = 2;

    private final CallTokens call;
    private final Map<Integer, Optional<Passage>> known = new HashMap<>();

    SaidBefore(CallTokens call) {
        this.call = call;
    }

    List<Token> tokens(int utterance) {
        return passage(utterance).map(Passage::tokens).orElse(List.of());
    }

    /** As it was recognized, lower case. */
    List<String> spoken(int utterance) {
        return passage(utterance).map(Passage::spoken).orElse(List.of());
    }

    private Optional<Passage> passage(int utterance) {
        return known.computeIfAbsent(utterance, this::read);
    }

    List<String> words(int utterance) {
        return tokens(utterance).stream().map(Token::text).toList();
    }

    private Optional<Passage> read(int utterance) {
        Speaker self = call.utterances().get(utterance).speaker();
        List<Integer> found = new ArrayList<>();
        int own = 0;
        for (int i = utterance - 1; i >= 0 && found.size() < OF_THE_OTHER; i--) {
            if (self != Speaker.UNKNOWN && call.utterances().get(i).speaker() == self) {
                own++;
                if (own > OF_ONESELF || !found.isEmpty()) {
                    break;
                }
            } else {
                found.addFirst(i);
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(call.passage(found));
    }
}
