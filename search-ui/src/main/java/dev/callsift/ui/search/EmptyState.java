package dev.callsift.ui.search;

import dev.callsift.search.query.ParsedQuery;
import dev.callsift.search.query.QueryNode;
import dev.callsift.search.query.QueryParser;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the page says when there is nothing to list: why, and what to do next.
 *
 * @param command to type in a terminal, when that helps
 */
record EmptyState(String title, String advice, @Nullable String command, List<Suggestion> suggestions) {

    private static final int MOST_SUGGESTIONS = 4;
    private static final int STEM = 4;
    private static final Suggestion ALL_OF_THE_LANGUAGE =
            new Suggestion("How to ask: the query language by example", "/help/search");

    /** @param href a search that may find more; null for advice in words */
    record Suggestion(String text, @Nullable String href) {}

    EmptyState {
        suggestions = List.copyOf(suggestions);
    }

    static EmptyState noCalls() {
        return new EmptyState(
                "No calls yet",
                "Nothing has been indexed so far. Start a run over your recordings; calls appear here as they are done.",
                "callsift run",
                List.of(
                        new Suggestion("To see it with the bundled recordings first, start: callsift demo", null),
                        new Suggestion("What became of each recording is told by: callsift status", null)));
    }

    static EmptyState noHits(SearchState state) {
        ParsedQuery parsed = QueryParser.parse(state.query());
        return parsed.node() instanceof QueryNode.Nothing ? notUnderstood(state) : noHits(state, parsed);
    }

    private static EmptyState notUnderstood(SearchState state) {
        return new EmptyState(
                "This query was not understood",
                "Nothing in it could be searched for. The note above says where it goes wrong.",
                null,
                List.of(ALL_OF_THE_LANGUAGE, allCalls(state)));
    }

    private static EmptyState noHits(SearchState state, ParsedQuery parsed) {
        boolean words = parsed.node().spoken();
        return new EmptyState(
                words ? "Nobody said that" : "No such calls",
                "No call matches “" + state.query() + "”" + (words ? ", and none sounds like it either." : "."),
                null,
                suggestions(state, parsed));
    }

    private static List<Suggestion> suggestions(SearchState state, ParsedQuery parsed) {
        List<String> words = parsed.places().stream()
                .filter(place -> place.wanted() && place.node() instanceof QueryNode.Word)
                .map(place -> place.node().text())
                .distinct()
                .toList();
        List<Suggestion> found = new ArrayList<>();
        if (words.size() > 1) {
            found.add(search(state, String.join(" OR ", words), "any of these words: "));
            words.stream().limit(MOST_SUGGESTIONS - 1).forEach(word -> found.add(search(state, word, "only ")));
        } else if (words.size() == 1 && words.getFirst().length() > STEM) {
            found.add(search(state, words.getFirst().substring(0, STEM) + "*", "words that begin alike: "));
        }
        parsed.narrowings().stream()
                .limit(MOST_SUGGESTIONS)
                .map(narrowing -> without(state, narrowing))
                .forEach(found::add);
        found.add(ALL_OF_THE_LANGUAGE);
        found.add(allCalls(state));
        return found;
    }

    private static Suggestion without(SearchState state, ParsedQuery.Narrowing narrowing) {
        return new Suggestion(
                "Search without " + narrowing.filter().text(),
                state.withQuery(narrowing.without()).href());
    }

    private static Suggestion allCalls(SearchState state) {
        return new Suggestion("All calls", state.withQuery("").href());
    }

    private static Suggestion search(SearchState state, String query, String introduction) {
        return new Suggestion(
                "Search for " + introduction + query, state.withQuery(query).href());
    }
}
