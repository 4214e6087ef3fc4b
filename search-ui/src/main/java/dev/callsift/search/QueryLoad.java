package dev.callsift.search;

import java.util.List;

/** The queries that searching is measured with. */
public final class QueryLoad {

    private QueryLoad() {}

    /** What is asked, and how long it may take at the 50th and the 99th percentile. */
    public enum Kind {
        WORDS("words", 10, 60),
        PHRASES("phrases", 10, 60),
        FILTERS("filters with facets", 10, 60),
        TIMED("across speakers, timed", 0, 150),
        PREFIX("prefix", 0, 150);

        private final String title;
        private final int mostAtHalf;
        private final int mostAtLast;

        Kind(String title, int mostAtHalf, int mostAtLast) {
            this.title = title;
            this.mostAtHalf = mostAtHalf;
            this.mostAtLast = mostAtLast;
        }

        public String title() {
            return title;
        }

        /** Milliseconds; 0 where there is no target. */
        public int mostAtHalf() {
            return mostAtHalf;
        }

        public int mostAtLast() {
            return mostAtLast;
        }

        /** From frequent to rare. */
        List<String> queries() {
            return switch (this) {
                case WORDS ->
                    List.of(
                            "cancel",
                            "refund",
                            "order number",
                            "late parcel",
                            "cancel courier",
                            "kettle",
                            "money back",
                            "wedding",
                            "scratched toaster",
                            "neighbour -courier",
                            "babe",
                            "dodu");
                case PHRASES ->
                    List.of(
                            "\"how can i help\"",
                            "\"cancel my order\"",
                            "\"my order\"",
                            "\"money back\"",
                            "\"i am sorry\"",
                            "\"thank you for calling\"",
                            "\"the courier\"",
                            "\"gift card\"",
                            "customer:\"cancel the order\"",
                            "agent:\"let me check\"");
                case FILTERS ->
                    List.of(
                            "",
                            "reason:price",
                            "outcome:saved",
                            "week:2026-W40",
                            "cancel reason:courier-delay",
                            "agent-name:\"Agent 3\"",
                            "refund week:2026-W30..2026-W33",
                            "modify:size direction:inbound",
                            "queue:returns duration:>4m",
                            "topic:callback -reason:price");
                case TIMED ->
                    List.of(
                            "agent:sorry then customer:cancel within 30s",
                            "customer:refund then agent:days within 1m",
                            "agent:help then customer:courier within 20s",
                            "customer:late then agent:check within 2m",
                            "customer:cancel first:60s",
                            "agent:thank last:30s",
                            "near(cancel order, 5)",
                            "customer:kettle then agent:refund within 3m");
                case PREFIX ->
                    List.of("deliv*", "canc*", "re*", "bab*", "cour* late", "agent:che*", "wed*", "ord* reason:price");
            };
        }
    }
}
