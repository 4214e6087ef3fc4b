package dev.callsift.models.change;

import java.util.List;
import java.util.Set;

/**
 * A value that is named in a call.
 *
 * @param kind what it is, for example {@code time-window}
 * @param turn in which it is named
 * @param from index of its first word in the turn
 * @param to index after its last word
 * @param value what it means, in one form for its kind
 */
public record NamedValue(String kind, int turn, int from, int to, String value) {

    /** Whether one of the two says no more than the other does: "nine" and "uk nine". */
    public boolean meansSameAs(NamedValue other) {
        Set<String> one = words();
        Set<String> two = other.words();
        return one.containsAll(two) || two.containsAll(one);
    }

    private Set<String> words() {
        return Set.copyOf(List.of(value.split(" ", -1)));
    }
}
