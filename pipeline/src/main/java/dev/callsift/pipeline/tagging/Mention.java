package dev.callsift.pipeline.tagging;

import dev.callsift.models.entity.Entity;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.transcript.Confidence;
import java.util.List;
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
    private static final Set<String> CORRECTS =
            Set.of("sorry", "actually", "mean", "no", "wait", "rather", "correction", "make", "instead", "scratch");

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

    /** Whether it takes something back that was said before: "no sorry, large". */
    boolean isCorrection() {
        for (int i = entity.from() - 1; i >= Math.max(0, entity.from() - REACH); i--) {
            if (CORRECTS.contains(word(i))) {
                return true;
            }
        }
        return false;
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
