package dev.callsift.search;

/**
 * What is asked for.
 *
 * @param query as typed; blank finds every call
 * @param offset how many hits to pass over
 * @param limit how many hits at most, up to {@value #LARGEST_PAGE}
 * @param order of the hits
 * @param possible whether calls that match only possibly are looked for even where those that surely match fill the page; that
 *     costs as much again
 */
public record SearchRequest(String query, int offset, int limit, Order order, boolean possible) {

    public static final int LARGEST_PAGE = 200;

    /** How deep paging goes; beyond it a narrower query is better than a later page. */
    public static final int DEEPEST = 10_000;

    /** How hits are ordered. Ties go to the newer call, then by id, so that pages are stable. */
    public enum Order {
        RELEVANCE,
        NEWEST,
        OLDEST,
        LONGEST,
        SHORTEST
    }

    public SearchRequest {
        if (offset < 0 || limit < 1 || limit > LARGEST_PAGE || offset > DEEPEST) {
            throw new IllegalArgumentException("no page of hits: offset " + offset + " (0 to " + DEEPEST + "), limit "
                    + limit + " (1 to " + LARGEST_PAGE + ")");
        }
    }

    /** With all that possibly matches. */
    public SearchRequest(String query, int offset, int limit, Order order) {
        this(query, offset, limit, order, true);
    }

    /** The first hits; where a later page is asked for, hardly any, since they are not shown there. */
    SearchRequest first() {
        return new SearchRequest(query, 0, offset == 0 ? limit : 1, order, possible);
    }

    /** The first ten, most relevant first. */
    public static SearchRequest of(String query) {
        return new SearchRequest(query, 0, 10, Order.RELEVANCE);
    }
}
