package dev.callsift.models.entity;

/**
 * Words that are taken for a name.
 *
 * @param from index of the first word
 * @param to index after the last word
 */
record Named(EntityType type, int from, int to) {

    boolean overlaps(Named other) {
        return from < other.to && other.from < to;
    }

    boolean contains(Named other) {
        return from <= other.from && other.to <= to;
    }
}
