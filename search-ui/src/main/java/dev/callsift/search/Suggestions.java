package dev.callsift.search;

import java.util.List;

/**
 * What could stand where someone is typing.
 *
 * @param start index of the first character that a suggestion replaces
 * @param end index after the last one
 */
public record Suggestions(int start, int end, List<Suggestion> suggestions) {

    static final Suggestions NONE = new Suggestions(0, 0, List.of());

    public Suggestions {
        suggestions = List.copyOf(suggestions);
    }

    /** What is suggested. */
    public enum Kind {
        WORD,
        /** The name of a filter or speaker. */
        NAME,
        /** A filter with its value. */
        FILTER
    }

    /**
     * @param insert what to put into the query
     * @param code of the tag that a filter asks for, for example {@code reason.price}; empty for everything else
     * @param calls that have it; 0 for names
     */
    public record Suggestion(Kind kind, String insert, String code, int calls) {}
}
