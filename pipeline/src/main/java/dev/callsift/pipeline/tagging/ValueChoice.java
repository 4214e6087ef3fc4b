package dev.callsift.pipeline.tagging;

import dev.callsift.pipeline.audio.Speaker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chooses, among the values that a call names for one change, what is settled on in the end. It speaks for a value that both
 * speakers name it, that the agent names it in the answer, that the customer names it where the change is asked for, and that it
 * comes late; against it, that it is turned down, or known before anyone asked for a change.
 */
final class ValueChoice {

    private static final double BY_BOTH = 2;
    private static final double IN_ANSWER = 2;
    private static final double WITH_REQUEST = 1;
    private static final double LATE = 1.5;
    private static final double TURNED_DOWN = -3;
    private static final double KNOWN_BEFORE = -2;

    private final List<Mention> mentions;
    private final List<Hit> requests;
    private final List<Hit> answers;

    /**
     * @param mentions of values of the kind, in the order of time
     * @param requests where the change is asked for; at least one
     * @param answers of agents that say that something is or will be done
     */
    ValueChoice(List<Mention> mentions, List<Hit> requests, List<Hit> answers) {
        this.mentions = mentions;
        this.requests = requests;
        this.answers = answers;
    }

    /** What it is to be, as it is said most fully: of two that say as much, the last by the customer, else by the agent. */
    Optional<Mention> wanted() {
        List<List<Mention>> values =
                byValue(mentions.stream().filter(mention -> !mention.isOld() && !isBefore(mention)));
        return values.stream().max(Comparator.comparingDouble(this::score)).map(ValueChoice::fullest);
    }

    /** What it is now: what is said to be old, else what was known before the request. */
    Optional<Mention> present(Optional<Mention> wanted) {
        List<Mention> others = mentions.stream()
                .filter(mention -> wanted.stream().noneMatch(mention::meansSameAs))
                .toList();
        List<Mention> old = others.stream().filter(Mention::isOld).toList();
        return Optional.of(
                        old.isEmpty() ? others.stream().filter(this::isBefore).toList() : old)
                .filter(found -> !found.isEmpty())
                .map(List::getLast);
    }

    /** "thursday" and "thursday the ninth", "nine" and "uk nine" mean the same; of several values that fit, the one that came up last. */
    private static List<List<Mention>> byValue(Stream<Mention> mentions) {
        List<List<Mention>> values = new ArrayList<>();
        mentions.forEach(mention -> {
            List<Mention> same = values.reversed().stream()
                    .filter(value -> value.stream().allMatch(mention::meansSameAs))
                    .findFirst()
                    .orElseGet(() -> {
                        List<Mention> fresh = new ArrayList<>();
                        values.add(fresh);
                        return fresh;
                    });
            same.add(mention);
        });
        return values;
    }

    private static Mention fullest(List<Mention> same) {
        return same.stream()
                .max(Comparator.<Mention>comparingInt(
                                mention -> mention.wordsOfValue().size())
                        .thenComparing(mention -> mention.speaker() != Speaker.AGENT)
                        .thenComparingLong(Mention::startMs))
                .orElseThrow();
    }

    private double score(List<Mention> same) {
        double score = 0;
        score += same.stream().map(Mention::speaker).distinct().count() > 1 ? BY_BOTH : 0;
        score += same.stream().anyMatch(this::isAnswer) ? IN_ANSWER : 0;
        score += same.stream().anyMatch(this::isWithRequest) ? WITH_REQUEST : 0;
        score += same.getLast().isTurnedDown() ? TURNED_DOWN : 0;
        score += isKnownBefore(fullest(same)) ? KNOWN_BEFORE : 0;
        return score + LATE * (mentions.indexOf(same.getLast()) + 1) / mentions.size();
    }

    private boolean isAnswer(Mention mention) {
        return answers.stream().anyMatch(answer -> answer.passage().equals(mention.passage()));
    }

    private boolean isWithRequest(Mention mention) {
        return requests.stream().anyMatch(request -> request.passage().equals(mention.passage()));
    }

    private boolean isKnownBefore(Mention value) {
        return mentions.stream().anyMatch(mention -> isBefore(mention) && mention.hasValueOf(value));
    }

    private boolean isBefore(Mention mention) {
        return mention.startMs() < requests.getFirst().startMs() && !isWithRequest(mention);
    }
}
