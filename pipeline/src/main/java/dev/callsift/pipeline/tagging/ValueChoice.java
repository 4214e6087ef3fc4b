package dev.callsift.pipeline.tagging;

import dev.callsift.pipeline.audio.Speaker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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

    /** What it is to be; the last of its mentions by the customer, else by the agent. */
    Optional<Mention> wanted() {
        Map<String, List<Mention>> values =
                byValue(mentions.stream().filter(mention -> !mention.isOld() && !isBefore(mention)));
        return values.entrySet().stream()
                .max(Comparator.comparingDouble(entry -> score(entry.getKey(), entry.getValue())))
                .map(entry -> spoken(entry.getValue()));
    }

    /** What it is now: what is said to be old, else what was known before the request. */
    Optional<Mention> present(Optional<Mention> wanted) {
        List<Mention> others = mentions.stream()
                .filter(mention -> wanted.stream().noneMatch(mention::hasValueOf))
                .toList();
        List<Mention> old = others.stream().filter(Mention::isOld).toList();
        return Optional.of(
                        old.isEmpty() ? others.stream().filter(this::isBefore).toList() : old)
                .filter(found -> !found.isEmpty())
                .map(List::getLast);
    }

    private static Map<String, List<Mention>> byValue(Stream<Mention> mentions) {
        return mentions.collect(Collectors.groupingBy(
                mention -> mention.value().normalized(), LinkedHashMap::new, Collectors.toCollection(ArrayList::new)));
    }

    private static Mention spoken(List<Mention> same) {
        return same.stream()
                .filter(mention -> mention.speaker() != Speaker.AGENT)
                .reduce((earlier, later) -> later)
                .orElse(same.getLast());
    }

    private double score(String value, List<Mention> same) {
        double score = 0;
        score += same.stream().map(Mention::speaker).distinct().count() > 1 ? BY_BOTH : 0;
        score += same.stream().anyMatch(this::isAnswer) ? IN_ANSWER : 0;
        score += same.stream().anyMatch(this::isWithRequest) ? WITH_REQUEST : 0;
        score += same.getLast().isTurnedDown() ? TURNED_DOWN : 0;
        score += isKnownBefore(value) ? KNOWN_BEFORE : 0;
        return score + LATE * (mentions.indexOf(same.getLast()) + 1) / mentions.size();
    }

    private boolean isAnswer(Mention mention) {
        return answers.stream().anyMatch(answer -> answer.passage().equals(mention.passage()));
    }

    private boolean isWithRequest(Mention mention) {
        return requests.stream().anyMatch(request -> request.passage().equals(mention.passage()));
    }

    private boolean isKnownBefore(String value) {
        return mentions.stream()
                .anyMatch(mention ->
                        isBefore(mention) && mention.value().normalized().equals(value));
    }

    private boolean isBefore(Mention mention) {
        return mention.startMs() < requests.getFirst().startMs() && !isWithRequest(mention);
    }
}
