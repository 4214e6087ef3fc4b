package dev.callsift.search.query;

import dev.callsift.pipeline.index.SpokenField.Voice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A query as understood. Its {@link #text()} is a query that means the same. */
public sealed interface QueryNode {

    String text();

    /** Whether it asks for words. */
    default boolean spoken() {
        return true;
    }

    /** Its text as part of something that binds tighter. */
    private String operand() {
        return this instanceof Any || this instanceof Then ? "(" + text() + ")" : text();
    }

    private static String joined(List<? extends QueryNode> parts) {
        return parts.stream().map(QueryNode::text).collect(Collectors.joining(" "));
    }

    /** Every call. */
    record Everything() implements QueryNode {
        @Override
        public String text() {
            return "";
        }

        @Override
        public boolean spoken() {
            return false;
        }
    }

    /** No call: something was typed, and none of it was understood. */
    record Nothing() implements QueryNode {
        @Override
        public String text() {
            return "";
        }

        @Override
        public boolean spoken() {
            return false;
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

    /**
     * Words that are spelled much like this one.
     *
     * @param edits how many letters may differ: 1 or 2
     */
    record Fuzzy(String word, int edits) implements QueryNode {
        @Override
        public String text() {
            return word + "~" + edits;
        }
    }

    /**
     * Words near each other, in any order.
     *
     * @param others how many other words may stand among them
     */
    record Near(List<QueryNode> parts, int others) implements QueryNode {
        public Near {
            parts = List.copyOf(parts);
        }

        @Override
        public String text() {
            return "near(" + joined(parts) + ", " + others + ")";
        }
    }

    /** Things said one after the other, by whomever, in the order of time. */
    record Then(QueryNode first, List<Step> steps) implements QueryNode {
        public Then {
            steps = List.copyOf(steps);
        }

        @Override
        public String text() {
            return first.operand() + steps.stream().map(Step::text).collect(Collectors.joining());
        }
    }

    /**
     * What is said next.
     *
     * @param withinMs the longest time between the end of what was said before and its beginning, in milliseconds;
     *     {@link #ANY_TIME} for no bound
     */
    record Step(QueryNode what, long withinMs) {

        public static final long ANY_TIME = Long.MAX_VALUE;

        String text() {
            String within = withinMs == ANY_TIME ? "" : " within " + Lengths.text(withinMs);
            return " then " + what.operand() + within;
        }
    }

    /** What one of the two says. */
    record Said(Voice by, QueryNode what) implements QueryNode {
        @Override
        public String text() {
            return by.name().toLowerCase(Locale.ROOT) + ":" + what.operand();
        }
    }

    /** A part of the call in which words must stand; of no meaning alone. */
    record Window(boolean first, long ms) implements QueryNode {
        @Override
        public String text() {
            return (first ? "first:" : "last:") + Lengths.text(ms);
        }

        @Override
        public boolean spoken() {
            return false;
        }
    }

    /** Words of which each is said in a part of the call. */
    record During(List<Window> windows, QueryNode what) implements QueryNode {
        public During {
            windows = List.copyOf(windows);
        }

        @Override
        public String text() {
            String inside = what instanceof All all ? joined(all.parts()) : what.text();
            return "(" + inside + " " + joined(windows) + ")";
        }
    }

    /** Something that is known of the call, whoever speaks. */
    record Filter(FilterField field, FilterValue value) implements QueryNode {

        /** As typed behind the colon; empty when it cannot be read, or not be typed. */
        public static Optional<Filter> of(FilterField field, String value) {
            return value.contains("\"") || value.endsWith("*")
                    ? Optional.empty()
                    : FilterValues.read(field, value).map(is -> new Filter(field, is));
        }

        @Override
        public String text() {
            return field.key() + ":" + value.text();
        }

        @Override
        public boolean spoken() {
            return false;
        }
    }

    record Not(QueryNode what) implements QueryNode {
        @Override
        public String text() {
            return "-" + what.operand();
        }

        @Override
        public boolean spoken() {
            return what.spoken();
        }
    }

    record All(List<QueryNode> parts) implements QueryNode {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public String text() {
            return "(" + joined(parts) + ")";
        }

        @Override
        public boolean spoken() {
            return parts.stream().anyMatch(QueryNode::spoken);
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

        @Override
        public boolean spoken() {
            return parts.stream().anyMatch(QueryNode::spoken);
        }
    }
}
