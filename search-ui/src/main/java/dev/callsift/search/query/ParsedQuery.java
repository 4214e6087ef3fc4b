package dev.callsift.search.query;

import dev.callsift.search.query.QueryNode.All;
import dev.callsift.search.query.QueryNode.During;
import dev.callsift.search.query.QueryNode.Filter;
import dev.callsift.search.query.QueryNode.Not;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A query that was read.
 *
 * @param typed the query as it was read
 * @param node what was understood
 * @param problems what was not
 * @param places where single words, beginnings and filters stand in {@code typed}
 */
public record ParsedQuery(String typed, QueryNode node, List<QueryProblem> problems, List<Place> places) {

    public ParsedQuery {
        problems = List.copyOf(problems);
        places = List.copyOf(places);
    }

    /**
     * Where a part of a query stands.
     *
     * @param start index of its first character
     * @param end index after its last character
     * @param wanted false for what calls must not have
     */
    public record Place(QueryNode node, int start, int end, boolean wanted) {}

    /** A filter that narrows the whole query, and the query without it. */
    public record Narrowing(Filter filter, boolean excluded, String without) {}

    /** What was understood, as a query to type. */
    public String understood() {
        return text(node);
    }

    static String text(QueryNode node) {
        String text = node.text();
        boolean bracketed = node instanceof All || node instanceof During;
        return bracketed ? text.substring(1, text.length() - 1) : text;
    }

    /** The query with one part of it replaced. */
    public String with(Place place, String instead) {
        String text = typed.substring(0, place.start()) + instead + typed.substring(place.end());
        return text.replaceAll("\\s+", " ").strip();
    }

    /** The query, narrowed further. */
    public String and(Filter filter) {
        return (typed.strip() + " " + filter.text()).strip();
    }

    /** The filters that hold for every call found. */
    public List<Narrowing> narrowings() {
        return parts().stream()
                .flatMap(part -> narrowing(part).stream())
                .distinct()
                .toList();
    }

    private List<QueryNode> parts() {
        QueryNode inside = node instanceof During during ? during.what() : node;
        return inside instanceof All all ? all.parts() : List.of(inside);
    }

    private Optional<Narrowing> narrowing(QueryNode part) {
        return switch (part) {
            case Filter filter -> Optional.of(new Narrowing(filter, false, without(part)));
            case Not(Filter filter) -> Optional.of(new Narrowing(filter, true, without(part)));
            default -> Optional.empty();
        };
    }

    private String without(QueryNode part) {
        Stream<QueryNode> windows =
                node instanceof During during ? during.windows().stream().map(w -> w) : Stream.of();
        Stream<QueryNode> others = parts().stream().filter(other -> !other.equals(part));
        return Stream.concat(others, windows).map(QueryNode::text).collect(Collectors.joining(" "));
    }
}
