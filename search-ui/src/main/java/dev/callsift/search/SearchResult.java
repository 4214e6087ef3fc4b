package dev.callsift.search;

import dev.callsift.search.query.ParsedQuery.Narrowing;
import dev.callsift.search.query.QueryProblem;
import java.time.Duration;
import java.util.List;

/**
 * What was found.
 *
 * @param state whether there is an index at all, and whether all of it was searched
 * @param understood the query as it ran, in the words of the query language
 * @param total calls that match
 * @param hits the page asked for
 * @param possibleTotal calls that match only if the recognizer misheard: words that sound alike, words it was unsure of, or
 *     words of an unknown speaker where one was named. None of them is among {@code hits}
 * @param possible the first of those, on the first page only
 * @param possibleLeftOut whether those were not looked for, as nobody asked for them
 * @param facets how the calls that match divide
 * @param narrowings filters that hold for all of them
 * @param problems what in the query was not understood or searched in part, in its order; what was understood ran nevertheless
 * @param didYouMean queries with words that are said, in place of those that are not; the best first
 * @param took how long it took
 */
public record SearchResult(
        State state,
        String understood,
        long total,
        List<CallHit> hits,
        long possibleTotal,
        List<CallHit> possible,
        boolean possibleLeftOut,
        List<Facet> facets,
        List<Narrowing> narrowings,
        List<QueryProblem> problems,
        List<String> didYouMean,
        Duration took) {

    /** Whether there was something to search in. */
    public enum State {
        SEARCHED,
        /** The time limit was reached: there may be more calls than were found. */
        CUT_SHORT,
        /** Nothing has been indexed in this folder yet. */
        NO_INDEX
    }

    public SearchResult {
        hits = List.copyOf(hits);
        possible = List.copyOf(possible);
        facets = List.copyOf(facets);
        narrowings = List.copyOf(narrowings);
        problems = List.copyOf(problems);
        didYouMean = List.copyOf(didYouMean);
    }
}
