package dev.callsift.review;

import dev.callsift.pipeline.index.CallFields;
import dev.callsift.search.query.FilterField;
import java.util.Locale;

/** By what calls are told apart in a breakdown: a field of the index each. One of which the index knows nothing is left out. */
public enum Dimension {
    AGENT(CallFields.AGENT, "agent-name"),
    QUEUE(CallFields.QUEUE, "queue"),
    PRODUCT(CallFields.PRODUCT, FilterField.PRODUCT.key()),
    COURIER(CallFields.COURIER, FilterField.COURIER.key()),
    HOUR(CallFields.HOUR, "");

    private final String field;
    private final String filter;

    Dimension(String field, String filter) {
        this.field = field;
        this.filter = filter;
    }

    String field() {
        return field;
    }

    /** The filter of the query language that finds a value's calls; empty where there is none. */
    public String filter() {
        return filter;
    }

    /** For people and machines, for example {@code agent}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
