package dev.callsift.search;

import java.time.Duration;
import java.util.List;

/**
 * What was found.
 *
 * @param state whether there is an index at all
 * @param total calls that match
 * @param hits the page asked for
 * @param possibleTotal calls that match only if the recognizer misheard: words that sound alike, words it was unsure of, or
 *     words of an unknown speaker where one was named. None of them is among {@code hits}
 * @param possible the first of those, on the first page only
 * @param problems what in the query was not understood, in its order; what was understood ran nevertheless
 * @param took how long it took
 */
public record SearchResult(
        State state,
        long total,
        List<CallHit> hits,
        long possibleTotal,
        List<CallHit> possible,
        List<QueryProblem> problems,
        Duration took) {

    /** Whether there was something to search in. */
    public enum State {
        SEARCHED,
        /** Nothing has been indexed in this folder yet. */
        NO_INDEX
    }

    public SearchResult {
        hits = List.copyOf(hits);
        possible = List.copyOf(possible);
        problems = List.copyOf(problems);
    }
}
