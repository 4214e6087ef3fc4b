package dev.callsift.search;

import dev.callsift.search.QueryNode.All;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * A query that was read.
 *
 * @param node what was understood
 * @param problems what was not
 */
record ParsedQuery(QueryNode node, List<QueryProblem> problems) {

    ParsedQuery {
        problems = List.copyOf(problems);
    }

    /** What was understood, as a query to type. */
    static String text(QueryNode node) {
        String text = node.text();
        return node instanceof All ? text.substring(1, text.length() - 1) : text;
    }

    /** Finds the calls in which it was said. */
    Query sure() {
        return Translation.SURE.of(node);
    }

    /** Finds the calls in which it may have been said, and none of the others. */
    Query possible() {
        return new BooleanQuery.Builder()
                .add(Translation.POSSIBLE.of(node), Occur.MUST)
                .add(sure(), Occur.MUST_NOT)
                .build();
    }
}
