package dev.callsift.models.change;

import dev.callsift.models.entity.EntityType;
import dev.callsift.models.entity.SpokenWords;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A value that is named in a call.
 *
 * @param kinds what it is, for example a date and a time window; at least one
 * @param turn in which it is named
 * @param from index of its first word in the turn
 * @param to index after its last word
 * @param value what it means, in one form for its kind
 */
public record NamedValue(List<EntityType> kinds, int turn, int from, int to, String value) {

    public NamedValue {
        kinds = List.copyOf(kinds);
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("a value has at least one kind: " + value);
        }
    }

    /** The first of its kinds. */
    public EntityType kind() {
        return kinds.getFirst();
    }

    /** Whether such values are said piece by piece, so that what is said last may be a piece only. */
    public boolean isSaidInParts() {
        return kind() == EntityType.ADDRESS || kind() == EntityType.PHONE;
    }

    /** Whether the other may be a part that this one lacks, said apart from it: a time of the day, a postal code of the place. */
    public boolean isCompletedBy(NamedValue other) {
        return NamedValues.areParts(kind(), other.kind()) && Collections.disjoint(kinds, other.kinds);
    }

    /** Whether the other may go on with what this one began: a street after the house, said later. */
    public boolean isContinuedBy(NamedValue other) {
        boolean later = other.turn > turn || (other.turn == turn && other.from >= to);
        return later && kind() == EntityType.ADDRESS && other.kind() == EntityType.ADDRESS;
    }

    /** Whether the other begins with two or more words that this one ends with, and goes on: "flat two b", "two b rosewood hall". */
    public boolean isTakenUpBy(NamedValue other) {
        List<String> said = List.of(value.split(" ", -1));
        List<String> more = List.of(other.value.split(" ", -1));
        return IntStream.range(2, Math.min(said.size() + 1, more.size()))
                .anyMatch(shared ->
                        said.subList(said.size() - shared, said.size()).equals(more.subList(0, shared)));
    }

    /** Whether it says all that the other does, small words aside: "mill street locker" and "the locker on mill street". */
    public boolean saysAllOf(NamedValue other) {
        return SpokenWords.telling(words()).containsAll(SpokenWords.telling(other.words()));
    }

    /** Whether one of the two says no more than the other does: "nine" and "uk nine". */
    public boolean meansSameAs(NamedValue other) {
        Set<String> one = words();
        Set<String> two = other.words();
        return one.containsAll(two) || two.containsAll(one);
    }

    /** What its value consists of. */
    public Set<String> words() {
        return Set.copyOf(List.of(value.split(" ", -1)));
    }
}
