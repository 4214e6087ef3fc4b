package dev.callsift.ui.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the page says when there is nothing to list: why, and what to do next.
 *
 * @param command to type in a terminal, when that helps
 */
record EmptyState(String title, String advice, @Nullable String command, List<Suggestion> suggestions) {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}']+");
    private static final int MOST_SUGGESTIONS = 4;
    private static final int STEM = 4;

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
        return new EmptyState(
                "Nobody said that",
                "No call matches “" + state.query() + "”, and none sounds like it either.",
                null,
                suggestions(state));
    }

    private static List<Suggestion> suggestions(SearchState state) {
        List<String> words = BETWEEN_WORDS
                .splitAsStream(state.query())
                .filter(word -> !word.isEmpty() && !word.equals("OR"))
                .distinct()
                .toList();
        List<Suggestion> found = new ArrayList<>();
        if (words.size() > 1) {
            found.add(search(state, String.join(" OR ", words), "any of these words: "));
            words.stream().limit(MOST_SUGGESTIONS - 1).forEach(word -> found.add(search(state, word, "only ")));
        } else if (words.size() == 1 && words.getFirst().length() > STEM) {
            found.add(search(state, words.getFirst().substring(0, STEM) + "*", "words that begin alike: "));
        }
        found.add(new Suggestion("Leave a word out, or write it as it is spoken", null));
        found.add(new Suggestion("All calls", state.withQuery("").href()));
        return found;
    }

    private static Suggestion search(SearchState state, String query, String introduction) {
        return new Suggestion(
                "Search for " + introduction + query, state.withQuery(query).href());
    }
}
