package dev.callsift.ui.search;

import dev.callsift.search.Facet;
import dev.callsift.search.SearchResult;
import dev.callsift.search.query.FilterField;
import dev.callsift.search.query.FilterValue;
import dev.callsift.search.query.ParsedQuery.Narrowing;
import dev.callsift.search.query.QueryNode.Filter;
import dev.callsift.ui.TagChips;
import java.util.List;
import java.util.Locale;

/**
 * How the result is narrowed, and how it can be narrowed further. Every link is a query with one filter more or less.
 *
 * @param active filters that hold; their links take them away
 */
record Narrowed(List<Active> active, List<FacetView> facets) {

    /** What stands in the index where a call has no word of a cancellation. */
    private static final String NO_OUTCOME = "none";

    /** @param name of the filter, and what it asks for */
    record Active(String name, String value, String href) {}

    /** @param further how many values are not listed */
    record FacetView(String title, List<ValueView> values, int further) {}

    /** @param on whether the result is narrowed to it; then the link takes that away */
    record ValueView(String text, int calls, String href, boolean on) {}

    Narrowed {
        active = List.copyOf(active);
        facets = List.copyOf(facets);
    }

    static Narrowed of(SearchState state, SearchResult result, TagChips chips) {
        return new Narrowed(
                result.narrowings().stream()
                        .map(narrowing -> active(state, narrowing, chips))
                        .toList(),
                result.facets().stream()
                        .map(facet -> facet(state, result, facet, chips))
                        .toList());
    }

    private static Active active(SearchState state, Narrowing narrowing, TagChips chips) {
        Filter filter = narrowing.filter();
        String value = filter.value() instanceof FilterValue.Is(var is)
                ? text(filter.field(), is, chips)
                : filter.value().text();
        return new Active(
                (narrowing.excluded() ? "not " : "") + title(filter.field()).toLowerCase(Locale.ENGLISH),
                value,
                state.withQuery(narrowing.without()).href());
    }

    private static FacetView facet(SearchState state, SearchResult result, Facet facet, TagChips chips) {
        return new FacetView(
                title(facet.field()),
                facet.counts().stream()
                        .map(count -> value(state, result, facet.field(), count, chips))
                        .toList(),
                facet.further());
    }

    private static ValueView value(
            SearchState state, SearchResult result, FilterField field, Facet.Count count, TagChips chips) {
        // a query with a mistake in it would swallow what is put behind it
        String query = result.problems().isEmpty() ? state.query() : result.understood();
        return result.narrowings().stream()
                .filter(narrowing -> !narrowing.excluded() && narrowing.filter().equals(count.filter()))
                .findFirst()
                .map(narrowing -> new ValueView(
                        text(field, count.value(), chips),
                        count.calls(),
                        state.withQuery(narrowing.without()).href(),
                        true))
                .orElseGet(() -> new ValueView(
                        text(field, count.value(), chips),
                        count.calls(),
                        state.withQuery((query + " " + count.filter().text()).strip())
                                .href(),
                        false));
    }

    private static String title(FilterField field) {
        return switch (field) {
            case REASON -> "Reason";
            case MODIFY -> "Change asked for";
            case OUTCOME -> "Cancellation";
            case TOPIC -> "Topic";
            case AGENT_NAME -> "Agent";
            case QUEUE -> "Queue";
            case PRODUCT -> "Product";
            case COURIER -> "Courier";
            case ORDER -> "Order";
            case DIRECTION -> "Direction";
            case WEEK -> "Week";
            case DATE -> "Day";
            case DURATION -> "Duration";
            case NUMBER -> "Number";
        };
    }

    private static String text(FilterField field, String value, TagChips chips) {
        return switch (field) {
            case REASON, MODIFY, TOPIC -> chips.of(field.key() + "." + value).title();
            case OUTCOME ->
                value.equals(NO_OUTCOME) ? value : chips.of("cancel." + value).title();
            default -> value;
        };
    }
}
