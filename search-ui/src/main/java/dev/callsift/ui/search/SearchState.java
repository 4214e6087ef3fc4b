package dev.callsift.ui.search;

import dev.callsift.search.SearchRequest;
import dev.callsift.search.SearchRequest.Order;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the address of the search page says: everything the page depends on.
 *
 * @param order as asked for; null for the one that fits the query
 * @param page from 1
 */
record SearchState(String query, @Nullable Order order, int page) {

    static final int PAGE_SIZE = 10;

    SearchState {
        page = Math.clamp(page, 1, SearchRequest.DEEPEST / PAGE_SIZE);
    }

    /** An unknown name of an order is passed over: an old link still finds calls. */
    static SearchState of(String query, String sort, int page) {
        Optional<Order> order = Arrays.stream(Order.values())
                .filter(known -> name(known).equals(sort))
                .findFirst();
        return new SearchState(query.strip(), order.orElse(null), page);
    }

    static String name(Order order) {
        return order.name().toLowerCase(Locale.ROOT);
    }

    Order orderOrDefault() {
        if (order != null) {
            return order;
        }
        return query.isEmpty() ? Order.NEWEST : Order.RELEVANCE;
    }

    /** @param possible whether possible calls are wanted where sure ones fill the page */
    SearchRequest request(boolean possible) {
        return new SearchRequest(query, (page - 1) * PAGE_SIZE, PAGE_SIZE, orderOrDefault(), possible);
    }

    SearchState withQuery(String other) {
        return new SearchState(other, order, 1);
    }

    SearchState withOrder(Order other) {
        return new SearchState(query, other, 1);
    }

    SearchState withPage(int other) {
        return new SearchState(query, order, other);
    }

    String href() {
        return href("/");
    }

    /** The same with possible calls, however many surely match. */
    String withPossible() {
        return UriComponentsBuilder.fromUriString(href())
                .queryParam("possible", true)
                .build(true)
                .toUriString();
    }

    /** The same search elsewhere. */
    String href(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        if (!query.isEmpty()) {
            address.queryParam("q", "{q}");
        }
        if (order != null) {
            address.queryParam("sort", name(order));
        }
        if (page > 1) {
            address.queryParam("page", page);
        }
        Object[] values = query.isEmpty() ? new Object[0] : new Object[] {query};
        return address.encode().buildAndExpand(values).toUriString();
    }

    /** The address of a call of this list, with what its page needs to lead back to it. */
    String onward(String href) {
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(href);
        if (order != null) {
            address.queryParam("sort", name(order));
        }
        if (page > 1) {
            address.queryParam("page", page);
        }
        return address.build(true).toUriString();
    }
}
