package dev.callsift.search.saved;

import dev.callsift.search.SearchRequest.Order;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A search under a name.
 *
 * @param query in the query language, as typed
 * @param order of the calls; null for the one that fits the query
 * @param alerts whether a new call that surely matches raises an alert
 */
public record SavedSearch(
        long id, String name, String query, @Nullable Order order, boolean alerts, Instant createdAt) {

    public static final int LONGEST_NAME = 80;
    public static final int LONGEST_QUERY = 1_000;
}
