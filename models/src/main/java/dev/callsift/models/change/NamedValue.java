package dev.callsift.models.change;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * A value that is named in a call.
 *
 * @param kinds what it is, for example {@code date} and {@code time-window}; at least one
 * @param turn in which it is named
 * @param from index of its first word in the turn
 * @param to index after its last word
 * @param value what it means, in one form for its kind
 */
public record NamedValue(List<String> kinds, int turn, int from, int to, String value) {

    public NamedValue {
        kinds = List.copyOf(kinds);
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("a value has at least one kind: " + value);
        }
    }

    /** The first of its kinds. */
    public String kind() {
        return kinds.getFirst();
    }

    /** Whether the other may be a part that this one lacks, said apart from it: a time of the day, a postal code of the place. */
    public boolean isCompletedBy(NamedValue other) {
        return NamedValues.areParts(kind(), other.kind()) && Collections.disjoint(kinds, other.kinds);
    }

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
