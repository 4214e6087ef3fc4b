package dev.callsift.search.query;

import dev.callsift.search.query.QueryTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Problems met while a query is read, before it is known what the whole was taken for. */
final class Complaints {

    private record Complaint(String message, int start, int end) {}

    private final List<Complaint> complaints = new ArrayList<>();

    /** @return empty: what is complained of is passed over */
    Optional<QueryNode> add(String message, Token at) {
        add(message, at.start(), at.end());
        return Optional.empty();
    }

    void add(String message, int start, int end) {
        complaints.add(new Complaint(message, start, end));
    }

    boolean none() {
        return complaints.isEmpty();
    }

    List<QueryProblem> problems(QueryNode understood) {
        String text = ParsedQuery.text(understood);
        return complaints.stream()
                .map(c -> new QueryProblem(c.message(), c.start(), c.end(), text))
                .toList();
    }
}
