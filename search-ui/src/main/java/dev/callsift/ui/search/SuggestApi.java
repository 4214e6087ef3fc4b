package dev.callsift.ui.search;

import dev.callsift.search.CallSearch;
import dev.callsift.search.Suggestions;
import dev.callsift.search.Suggestions.Suggestion;
import dev.callsift.search.saved.SavedSearch;
import dev.callsift.search.saved.SavedSearches;
import dev.callsift.ui.TagChips;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Suggestions while someone types, as JSON; described in {@code docs/api.md}. */
@RestController
final class SuggestApi {

    private static final int MOST_SAVED = 3;

    private final CallSearch search;
    private final TagChips chips;
    private final SavedSearches saved;

    SuggestApi(CallSearch search, TagChips chips, SavedSearches saved) {
        this.search = search;
        this.chips = chips;
        this.saved = saved;
    }

    /** @param start index of the first character that a suggestion replaces */
    record SuggestAnswer(int start, int end, List<SuggestedAnswer> suggestions) {}

    /**
     * @param kind word, name, filter or saved; a saved search takes the place of all that is typed
     * @param title what a tag or a saved search is called; empty for everything else
     */
    record SuggestedAnswer(String kind, String insert, String title, int calls) {}

    @Operation(summary = "Suggests how a query may go on")
    @GetMapping("/api/suggest")
    SuggestAnswer suggest(
            @Parameter(description = "What has been typed") @RequestParam(defaultValue = "") String q,
            @Parameter(description = "Where the cursor stands; the end unless told")
                    @RequestParam(defaultValue = "" + Integer.MAX_VALUE)
                    int at) {
        Suggestions found = search.suggest(q, at);
        return new SuggestAnswer(
                found.start(),
                found.end(),
                Stream.concat(
                                saved.named(q, MOST_SAVED).stream().map(SuggestApi::answer),
                                found.suggestions().stream().map(this::answer))
                        .toList());
    }

    private static SuggestedAnswer answer(SavedSearch search) {
        return new SuggestedAnswer("saved", search.query(), search.name(), 0);
    }

    private SuggestedAnswer answer(Suggestion suggestion) {
        boolean tag = !suggestion.code().isEmpty();
        return new SuggestedAnswer(
                suggestion.kind().name().toLowerCase(Locale.ROOT),
                suggestion.insert(),
                tag ? chips.of(suggestion.code()).title() : "",
                suggestion.calls());
    }
}
