package dev.callsift.search;

import dev.callsift.pipeline.index.SpokenField.Voice;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A query as understood. Its {@link #text()} is a query that means the same. */
sealed interface QueryNode {

    String text();

    /** Every call. */
    record Everything() implements QueryNode {
        @Override
        public String text() {
            return "";
        }
    }

    /** A word in any of its forms. */
    record Word(String word) implements QueryNode {
        @Override
        public String text() {
            return word;
        }
    }

    /** Words as said, one after the other. */
    record Phrase(List<String> words) implements QueryNode {
        public Phrase {
            words = List.copyOf(words);
        }

        @Override
        public String text() {
            return '"' + String.join(" ", words) + '"';
        }
    }

    /** Words that begin so. */
    record Prefix(String start) implements QueryNode {
        @Override
        public String text() {
            return start + "*";
        }
    }

    /** What one of the two says. */
    record Said(Voice by, QueryNode what) implements QueryNode {
        @Override
        public String text() {
            return by.name().toLowerCase(Locale.ROOT) + ":" + what.text();
        }
    }

    record Not(QueryNode what) implements QueryNode {
        @Override
        public String text() {
            return "-" + what.text();
        }
    }

    record All(List<QueryNode> parts) implements QueryNode {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public String text() {
            return "(" + parts.stream().map(QueryNode::text).collect(Collectors.joining(" ")) + ")";
        }
    }

    record Any(List<QueryNode> parts) implements QueryNode {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public String text() {
            return parts.stream().map(QueryNode::text).collect(Collectors.joining(" OR "));
        }
    }
}
