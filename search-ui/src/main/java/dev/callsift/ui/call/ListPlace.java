package dev.callsift.ui.call;

import dev.callsift.search.SearchRequest.Order;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The list of results a reader came from, as the search page's own address says it.
 *
 * @param q the search; blank for all calls
 * @param sort as asked for; null for what fits the search
 * @param page of the list, from 1; null for the first
 */
record ListPlace(
        @Nullable String q, @Nullable String sort, @Nullable Integer page) {

    private static final int DEEPEST_PAGE = 1_000;

    public String query() {
        return q == null ? "" : q.strip();
    }

    int pageOrFirst() {
        return page == null ? 1 : Math.clamp(page, 1, DEEPEST_PAGE);
    }

    Order order() {
        Order fitting = query().isEmpty() ? Order.NEWEST : Order.RELEVANCE;
        return Arrays.stream(Order.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(sort))
                .findFirst()
                .orElse(fitting);
    }

    ListPlace withPage(int other) {
        return new ListPlace(q, sort, other);
    }

    /** The list itself. */
    public String list() {
        return address("/");
    }

    /** A call of this list. */
    String call(String id, String... more) {
        return address("/calls/" + id, more);
    }

    /** @param more names and values in turn, of letters and digits */
    private String address(String path, String... more) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        if (!query().isEmpty()) {
            address.queryParam("q", "{q}");
        }
        if (sort != null && !sort.isBlank()) {
            address.queryParam("sort", order().name().toLowerCase(Locale.ROOT));
        }
        if (pageOrFirst() > 1) {
            address.queryParam("page", pageOrFirst());
        }
        for (int i = 0; i < more.length; i += 2) {
            address.queryParam(more[i], more[i + 1]);
        }
        Object[] values = query().isEmpty() ? new Object[0] : new Object[] {query()};
        return address.encode().buildAndExpand(values).toUriString();
    }
}
