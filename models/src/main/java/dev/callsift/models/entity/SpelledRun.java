package dev.callsift.models.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Words one after the other that spell letters and digits.
 *
 * @param from index of the first word
 * @param to index after the last word
 * @param shape how many characters they spell, and whether letters and digits are among them; empty outside of runs
 */
record SpelledRun(int from, int to, String shape) {

    private static final int LONG = 14;

    /** For each word the run that it is in; outside of runs each word is alone, without a shape. */
    static List<SpelledRun> of(List<String> words, List<String> kinds) {
        List<SpelledRun> runs = new ArrayList<>();
        for (int i = 0; i < words.size(); ) {
            int end = end(kinds, i);
            SpelledRun run =
                    end == i ? new SpelledRun(i, i + 1, "") : new SpelledRun(i, end, shape(words.subList(i, end)));
            for (; i < run.to; i++) {
                runs.add(run);
            }
        }
        return runs;
    }

    /** A misheard digit belongs to a run that goes on after it. */
    private static int end(List<String> kinds, int start) {
        int end = start;
        for (int i = start; i < kinds.size() && goesOn(kinds.get(i), i > start); i++) {
            end = WordKinds.isSpelled(kinds.get(i)) ? i + 1 : end;
        }
        return end;
    }

    private static boolean goesOn(String kind, boolean begun) {
        return begun ? WordKinds.maybeSpelled(kind) : WordKinds.isSpelled(kind);
    }

    private static String shape(List<String> words) {
        Optional<String> code = SpokenCode.read(words);
        int length = code.map(String::length).orElse(words.size());
        String text = code.orElse("");
        boolean letters = text.chars().anyMatch(Character::isLetter);
        boolean digits = text.chars().anyMatch(Character::isDigit);
        return Math.min(length, LONG) + (letters ? "L" : "") + (digits ? "D" : "");
    }

    boolean isRun() {
        return !shape.isEmpty();
    }

    /** Where a word of it stands. */
    String place(int index) {
        return (index == from ? "b" : "i") + (index == to - 1 ? "e" : "");
    }
}
