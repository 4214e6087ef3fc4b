package dev.callsift.models.change;

import dev.callsift.models.language.RuleSpeaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What tells the role of a value: the words around it, who names it, whether the change is asked for there, what is said before and after,
 * and which other values are named.
 */
final class RoleFeatures {

    private static final int NEAR = 4;
    private static final int SHORT = 10;
    private static final int QUESTION = 10;
    private static final int MOST_MENTIONS = 3;
    private static final String EDGE = "^";

    private final String code;
    private final List<SpokenTurn> turns;
    private final List<NamedValue> values;
    private final int firstAsked;
    private final int lastAsked;

    /**
     * @param code of the change
     * @param values of the change's kinds, in the order in which they are named
     */
    RoleFeatures(String code, List<SpokenTurn> turns, List<NamedValue> values) {
        this.code = code;
        this.turns = turns;
        this.values = values;
        int first = -1;
        int last = -1;
        for (int i = 0; i < turns.size(); i++) {
            if (turns.get(i).isSurelyAsked()) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        this.firstAsked = first;
        this.lastAsked = last;
    }

    /** Each feature twice, the second time for this change alone. */
    List<String> of(NamedValue value) {
        List<String> features = new ArrayList<>();
        addWords(features, value);
        addPlace(features, value);
        addTurns(features, value);
        addOthers(features, value);
        return features.stream()
                .flatMap(feature -> Stream.of(feature, code + "|" + feature))
                .toList();
    }

    private void addWords(List<String> features, NamedValue value) {
        String who = who(turns.get(value.turn()));
        List<String> words = turns.get(value.turn()).words();
        features.add("who=" + who);
        features.add("kind=" + value.kind().label());
        features.add("l1=" + word(words, value.from() - 1));
        features.add("l2=" + word(words, value.from() - 2) + " " + word(words, value.from() - 1));
        features.add("r1=" + word(words, value.to()));
        features.add("r2=" + word(words, value.to()) + " " + word(words, value.to() + 1));
        for (int i = 1; i <= NEAR; i++) {
            features.add("l=" + word(words, value.from() - i));
            features.add("r=" + word(words, value.to() + i - 1));
            features.add(who + "l=" + word(words, value.from() - i));
        }
        if (words.size() <= SHORT) {
            features.add("short");
        }
    }

    private void addPlace(List<String> features, NamedValue value) {
        SpokenTurn turn = turns.get(value.turn());
        String who = who(turn);
        features.add("asked=" + who + turn.askedFor());
        features.add("asked-before=" + who + askedFor(value.turn() - 1));
        features.add("asked-after=" + who + askedFor(value.turn() + 1));
        features.add("place=" + who + place(value.turn()));
    }

    private String place(int turn) {
        if (firstAsked < 0) {
            return "never";
        }
        if (turn < firstAsked) {
            return "before";
        }
        return turn == firstAsked ? "first" : turn > lastAsked ? "after" : "within";
    }

    private String askedFor(int turn) {
        return turn < 0 || turn >= turns.size() ? EDGE : turns.get(turn).askedFor();
    }

    /** What is said before in the other's turn, and how the next one begins. */
    private void addTurns(List<String> features, NamedValue value) {
        String who = who(turns.get(value.turn()));
        if (value.turn() > 0 && turns.get(value.turn()).words().size() <= SHORT) {
            List<String> before = turns.get(value.turn() - 1).words();
            before.subList(Math.max(0, before.size() - QUESTION), before.size())
                    .forEach(word -> features.add(who + "q=" + word));
        }
        if (value.turn() + 1 < turns.size()) {
            features.add(who + "next=" + word(turns.get(value.turn() + 1).words(), 0));
        }
    }

    private void addOthers(List<String> features, NamedValue value) {
        List<NamedValue> same = values.stream().filter(value::meansSameAs).toList();
        List<NamedValue> others =
                values.stream().filter(other -> !value.meansSameAs(other)).toList();
        String who = who(turns.get(value.turn()));
        features.add("mentions=" + Math.min(MOST_MENTIONS, same.size()));
        features.add("only=" + others.isEmpty());
        features.add(who + "echoed="
                + same.stream()
                        .anyMatch(
                                each -> each.turn() > value.turn() && !who(each).equals(who)));
        features.add(who + "echoes="
                + same.stream()
                        .anyMatch(
                                each -> each.turn() < value.turn() && !who(each).equals(who)));
        features.add("in-request="
                + same.stream().anyMatch(each -> turns.get(each.turn()).isSurelyAsked()));
        features.add(
                "known=" + same.stream().anyMatch(each -> place(each.turn()).equals("before")));
        features.add("last=" + others.stream().noneMatch(other -> isAfter(other, same.getLast())));
        features.add("first=" + others.stream().noneMatch(other -> isAfter(same.getFirst(), other)));
        features.add("then-other="
                + others.stream().anyMatch(other -> other.turn() == value.turn() && isAfter(other, value)));
        features.add("other-before="
                + others.stream().anyMatch(other -> other.turn() == value.turn() && isAfter(value, other)));
        features.add("later-asked="
                + others.stream()
                        .anyMatch(other -> isAfter(other, same.getLast())
                                && turns.get(other.turn()).isSurelyAsked()));
    }

    private static boolean isAfter(NamedValue one, NamedValue other) {
        return one.turn() > other.turn() || (one.turn() == other.turn() && one.from() > other.from());
    }

    private String who(NamedValue value) {
        return who(turns.get(value.turn()));
    }

    private static String who(SpokenTurn turn) {
        return turn.speaker() == RuleSpeaker.ANY
                ? ""
                : turn.speaker().name().toLowerCase(Locale.ROOT).substring(0, 1);
    }

    private static String word(List<String> words, int index) {
        return index < 0 || index >= words.size() ? EDGE : words.get(index);
    }
}
