package dev.callsift.models.entity;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Words that are taken for a name.
 *
 * @param from index of the first word
 * @param to index after the last word
 */
record Named(EntityType type, int from, int to) {

    /** Of these nobody says two without a word between. */
    private static final Set<EntityType> WHOLE = EnumSet.of(
            EntityType.ORDER_NUMBER,
            EntityType.POSTAL_CODE,
            EntityType.PHONE,
            EntityType.EMAIL,
            EntityType.ADDRESS,
            EntityType.PERSON);

    static boolean isNeverTwice(EntityType type) {
        return WHOLE.contains(type);
    }

    boolean overlaps(Named other) {
        return from < other.to && other.from < to;
    }

    boolean contains(Named other) {
        return from <= other.from && other.to <= to;
    }

    private boolean continues(Named last) {
        return type == last.type && from == last.to && isNeverTwice(type);
    }

    /** @param names in the order of their words; parts of one become one */
    static List<Named> joined(List<Named> names) {
        List<Named> joined = new ArrayList<>();
        for (Named name : names) {
            boolean part = !joined.isEmpty() && name.continues(joined.getLast());
            joined.add(part ? new Named(name.type, joined.removeLast().from, name.to) : name);
        }
        return joined;
    }
}
