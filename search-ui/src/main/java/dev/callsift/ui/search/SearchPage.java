package dev.callsift.ui.search;

import dev.callsift.pipeline.transcript.SpeechModelReference;
import dev.callsift.search.CallHit;
import dev.callsift.search.CallSearch;
import dev.callsift.search.SearchRequest.Order;
import dev.callsift.search.SearchResult;
import dev.callsift.search.query.QueryProblem;
import dev.callsift.ui.TagChips;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the search page shows.
 *
 * @param sort the order that was asked for; null when none was
 * @param status the outcome in one sentence, read out by screen readers
 * @param cutShort whether the time limit was reached
 * @param readAs the query as it was understood, where that may not be what was meant; null otherwise
 * @param possibleAsked whether somebody asked for them, so that also none is an answer
 * @param possibleLater where possible calls are shown, which were left out here; null where nothing was
 * @param files the whole result to take away; null when there is none
 * @param demonstrationModel its name, when it heard any of these calls
 * @param previous address of the page before; null on the first
 * @param next address of the page after; null on the last
 */
record SearchPage(
        String title,
        String query,
        @Nullable String sort,
        String status,
        String summary,
        List<OrderLink> orders,
        List<Mistake> mistakes,
        @Nullable String demonstrationModel,
        @Nullable EmptyState empty,
        List<CardView> cards,
        @Nullable String previous,
        @Nullable String next,
        String possibleSummary,
        List<CardView> possible,
        @Nullable String possibleLater,
        boolean possibleAsked,
        boolean cutShort,
        @Nullable String readAs,
        List<OrderLink> didYouMean,
        Narrowed narrowed,
        @Nullable Files files) {

    /** @param said how much of the result they hold */
    record Files(String csv, String json, String said) {

        static @Nullable Files of(SearchState state, long total) {
            if (total == 0) {
                return null;
            }
            String said = total > CallSearch.MOST_EXPORTED
                    ? String.format(Locale.ENGLISH, "the first %,d calls", CallSearch.MOST_EXPORTED)
                    : count(total);
            return new Files(state.href("/export/calls.csv"), state.href("/export/calls.json"), said);
        }
    }

    record OrderLink(String text, String href, boolean current) {}

    /** A part of the query that was not understood, with what stands around it. */
    record Mistake(String message, String before, String place, String after, String suggestion) {

        static Mistake of(String query, QueryProblem problem) {
            int start = Math.clamp(problem.start(), 0, query.length());
            int end = Math.clamp(problem.end(), start, query.length());
            return new Mistake(
                    sentence(problem.message()),
                    query.substring(0, start),
                    query.substring(start, end),
                    query.substring(end),
                    problem.suggestion());
        }
    }

    private static String sentence(String message) {
        return message.isEmpty() ? message : message.substring(0, 1).toUpperCase(Locale.ENGLISH) + message.substring(1);
    }

    /** @param possible whether possible calls were asked for */
    static SearchPage of(SearchState state, boolean possible, SearchResult result, TagChips chips) {
        String query = state.query();
        String summary = summary(state, result);
        long last = (result.total() + SearchState.PAGE_SIZE - 1) / SearchState.PAGE_SIZE;
        return new SearchPage(
                query.isEmpty() ? "Calls" : query,
                query,
                state.order() == null ? null : SearchState.name(state.order()),
                summary,
                summary,
                orders(state),
                result.problems().stream()
                        .map(problem -> Mistake.of(query, problem))
                        .toList(),
                demonstrationModel(result),
                empty(state, result),
                cards(result.hits(), state, chips),
                state.page() > 1 ? state.withPage(state.page() - 1).href() : null,
                state.page() < last ? state.withPage(state.page() + 1).href() : null,
                possibleSummary(result),
                cards(result.possible(), state, chips),
                result.possibleLeftOut() && state.page() == 1 ? state.withPossible() : null,
                possible,
                result.state() == SearchResult.State.CUT_SHORT,
                readAs(result),
                result.didYouMean().stream()
                        .map(other ->
                                new OrderLink(other, state.withQuery(other).href(), false))
                        .toList(),
                Narrowed.of(state, result, chips),
                Files.of(state, result.total()));
    }

    private static String possibleSummary(SearchResult result) {
        if (result.possibleTotal() == 0) {
            return "No further call";
        }
        int shown = result.possible().size();
        return shown < result.possibleTotal()
                ? count(result.possibleTotal()) + ", the first " + shown + " of them here"
                : count(result.possibleTotal());
    }

    /** The word then reads as an order, which not everybody means who types it without a time. */
    private static @Nullable String readAs(SearchResult result) {
        String understood = result.understood();
        boolean ordered = understood.replace("\"then\"", "").contains(" then ");
        return ordered && !understood.contains(" within ") ? understood : null;
    }

    /** Without words no call is more relevant than another. */
    private static List<OrderLink> orders(SearchState state) {
        return Stream.of(Order.values())
                .filter(order -> order != Order.RELEVANCE || !state.query().isEmpty())
                .map(order -> link(state, order))
                .toList();
    }

    private static OrderLink link(SearchState state, Order order) {
        String name = SearchState.name(order);
        return new OrderLink(
                name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                state.withOrder(order).href(),
                order == state.orderOrDefault());
    }

    private static List<CardView> cards(List<CallHit> hits, SearchState state, TagChips chips) {
        return hits.stream().map(hit -> CardView.of(hit, state, chips)).toList();
    }

    private static @Nullable String demonstrationModel(SearchResult result) {
        return Stream.concat(result.hits().stream(), result.possible().stream())
                .map(hit -> hit.call().speechModel())
                .filter(SpeechModelReference::demonstration)
                .map(SpeechModelReference::name)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable EmptyState empty(SearchState state, SearchResult result) {
        if (result.total() + result.possibleTotal() > 0) {
            return null;
        }
        boolean anything =
                result.state() != SearchResult.State.NO_INDEX && !state.query().isEmpty();
        return anything ? EmptyState.noHits(state) : EmptyState.noCalls();
    }

    private static String summary(SearchState state, SearchResult result) {
        if (state.query().isEmpty()) {
            return count(result.total());
        }
        if (result.state() == SearchResult.State.CUT_SHORT) {
            return "At least " + count(result.total());
        }
        if (result.total() == 0 && result.possibleTotal() > 0) {
            return "No call surely matches; " + result.possibleTotal() + " possibly";
        }
        return count(result.total()) + (result.total() == 1 ? " matches" : " match");
    }

    private static String count(long calls) {
        return calls == 1 ? "1 call" : String.format(Locale.ENGLISH, "%,d calls", calls);
    }
}
