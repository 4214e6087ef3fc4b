package dev.callsift.ui.review;

import dev.callsift.models.language.TaxonomyCode;
import dev.callsift.pipeline.index.CallFields;
import dev.callsift.review.Dimension;
import dev.callsift.review.ReviewWeek;
import dev.callsift.ui.Addresses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where a review's figures lead.
 *
 * @param base before every address; empty on a page, the address of a server in a document
 */
record Links(String base, ReviewWeek week) {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}._-]+");

    public String page(ReviewWeek of) {
        return base + "/review?week=" + of.name();
    }

    public String table(String name) {
        return base + "/review/" + name + ".csv?week=" + week.name();
    }

    public String print() {
        return base + "/review/print?week=" + week.name();
    }

    public String pdf() {
        return base + "/review/" + week.name() + ".pdf";
    }

    public String json() {
        return base + "/api/review?week=" + week.name();
    }

    String moment(String callId, long startMs) {
        return base + Addresses.moment(callId, startMs, "");
    }

    String search(String query) {
        return base
                + UriComponentsBuilder.fromPath("/")
                        .queryParam("q", "{q}")
                        .encode()
                        .buildAndExpand(query)
                        .toUriString();
    }

    /** Finds calls of the week with these tags. */
    String calls(String... codes) {
        List<String> parts = new ArrayList<>();
        for (String code : codes) {
            parts.add(filter(code));
        }
        parts.add("week:" + week.name());
        return search(String.join(" ", parts));
    }

    private static String filter(String code) {
        String family = TaxonomyCode.family(code);
        String rest = code.substring(code.indexOf('.') + 1);
        return ("cancel".equals(family) ? "outcome" : family) + ":" + rest;
    }

    /** Finds calls of the week with this value and tags; null where the query language has no filter for it. */
    @Nullable
    String calls(Dimension dimension, String value, String... codes) {
        if (dimension.filter().isEmpty() || value.equals(CallFields.UNKNOWN)) {
            return null;
        }
        String quoted = PLAIN.matcher(value).matches() ? value : "\"" + value.replace("\"", "") + "\"";
        StringBuilder query = new StringBuilder(String.format(Locale.ROOT, "%s:%s", dimension.filter(), quoted));
        for (String code : codes) {
            query.append(' ').append(filter(code));
        }
        return search(query.append(" week:").append(week.name()).toString());
    }
}
