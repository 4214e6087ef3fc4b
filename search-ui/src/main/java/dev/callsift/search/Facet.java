package dev.callsift.search;

import dev.callsift.search.query.FilterField;
import dev.callsift.search.query.QueryNode.Filter;
import java.util.List;

/**
 * How the calls found divide by something that is known of them.
 *
 * @param counts weeks from the newest, everything else from the most frequent
 * @param further how many values are not among {@code counts}
 */
public record Facet(FilterField field, List<Count> counts, int further) {

    public Facet {
        counts = List.copyOf(counts);
    }

    /**
     * @param value as it stands in the index
     * @param filter finds only these
     * @param calls among those that surely match
     */
    public record Count(String value, Filter filter, int calls) {}
}
