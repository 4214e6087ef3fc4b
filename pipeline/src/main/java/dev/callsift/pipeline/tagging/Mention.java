package dev.callsift.pipeline.tagging;

import dev.callsift.models.entity.Entity;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.transcript.Confidence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something that is named in a call.
 *
 * @param entity its words are numbered within the passage
 */
record Mention(Passage passage, Entity entity) {

    private static final int REACH = 4;
    private static final Set<String> MARKS_OLD = Set.of(
            "from",
            "instead",
            "than",
            "not",
            "ordered",
            "got",
            "received",
            "was",
            "currently",
            "chose",
            "selected",
            "of");
    private static final Set<String> MARKS_NEW = Set.of(
            "to",
            "into",
            "in",
            "make",
            "want",
            "need",
            "like",
            "take",
            "for",
            "be",
            "with",
            "get",
            "send",
            "as",
            "at",
            "on",
            "prefer",
            "sorry",
            "actually",
            "mean",
            "rather",
            "use",
            "should",
            "is",
            "it's",
            "by");
    private static final Set<String> TURNS_DOWN =
            Set.of("not", "don't", "didn't", "won't", "can't", "isn't", "wasn't", "without", "never", "no", "sold");
    private static final Set<String> GOES_ON =
            Set.of("sorry", "wait", "actually", "make", "i", "it's", "hang", "problem", "worries");
    private static final List<String> TURNED_DOWN = List.of(
            "too",
            "sold out",
            "out of stock",
            "is gone",
            "no good",
            "not possible",
            "not available",
            "won't",
            "is not",
            "isn't",
            "would be too",
            "is too",
            "are too",
            "not there",
            "can't",
            "doesn't",
            "does not");
    private static final int FEW = 3;
    private static final Set<String> BETWEEN = Set.of("in", "the", "at", "by", "between", "on", "um", "uh", "from");

    Speaker speaker() {
        return passage.speaker();
    }

    long startMs() {
        return passage.words().get(entity.from()).word().startMs();
    }

    /** Whether it is said to be what there is now: "from medium", "instead of medium", "i ordered a medium". */
    boolean isOld() {
        for (int i = entity.from() - 1; i >= Math.max(0, entity.from() - REACH); i--) {
            String word = word(i);
            if (MARKS_OLD.contains(word)) {
                return !word.equals("of") || (i > 0 && word(i - 1).equals("instead"));
            }
            if (MARKS_NEW.contains(word)) {
                return false;
            }
        }
        return changesInto();
    }

    /** "change the medium to …": what stands before "to" or "with" after a word of changing. */
    private boolean changesInto() {
        int next = entity.to();
        boolean into = next < passage.words().size()
                && Set.of("to", "with", "into", "for").contains(word(next));
        boolean changing = entity.from() > 0
                && Set.of("change", "replace", "swap", "exchange", "switch", "the", "my", "a")
                        .contains(word(entity.from() - 1));
        return into && changing;
    }

    /** Whether it is said not to be it: "not the large", "black is sold out", "a nine would be too much". */
    boolean isTurnedDown() {
        String after =
                String.join(" ", passage.spoken().subList(entity.to(), Math.min(entity.to() + FEW, size()))) + " ";
        return TURNED_DOWN.stream().anyMatch(words -> (" " + after).contains(" " + words + " ")) || isNegated();
    }

    /** "no sorry large" goes on to what it is. */
    private boolean isNegated() {
        for (int i = entity.from() - 1; i >= Math.max(0, entity.from() - FEW); i--) {
            if (GOES_ON.contains(word(i))) {
                return false;
            }
            if (TURNS_DOWN.contains(word(i))) {
                return true;
            }
        }
        return false;
    }

    boolean hasValueOf(Mention other) {
        return value().normalized().equals(other.value().normalized());
    }

    /** Whether one of the two says no more than the other does: "nine" and "uk nine". */
    boolean meansSameAs(Mention other) {
        Set<String> one = wordsOfValue();
        Set<String> two = other.wordsOfValue();
        return one.containsAll(two) || two.containsAll(one);
    }

    Set<String> wordsOfValue() {
        return Set.copyOf(List.of(value().normalized().split(" ", -1)));
    }

    private int size() {
        return passage.words().size();
    }

    /** "thursday" and "the ninth", "thursday" and "in the evening": parts of one value. */
    boolean continues(Mention last) {
        List<String> between = last.passage.equals(passage) && last.entity.to() <= entity.from()
                ? passage.spoken().subList(last.entity.to(), entity.from())
                : List.of("");
        return BETWEEN.containsAll(between) && between.size() < FEW;
    }

    Mention joinedTo(Mention last) {
        String words = String.join(" ", passage.spoken().subList(last.entity.from(), entity.to()));
        Optional<String> value = last.entity.value().flatMap(first -> entity.value()
                .map(second -> first.equals(second) ? first : first + " " + second));
        return new Mention(passage, new Entity(last.entity.type(), last.entity.from(), entity.to(), words, value));
    }

    ModificationRequest.Value value() {
        return new ModificationRequest.Value(entity.words(), entity.value().orElse(entity.words()));
    }

    List<Evidence> evidence() {
        return passage.evidenceOfWords(
                entity.from(), entity.to(), "entity:" + entity.type().label(), new Confidence(1));
    }

    private String word(int index) {
        return passage.words().get(index).word().text();
    }
}
