package dev.callsift.search.query;

import java.util.List;

/** The query language by example: the help page shows these, and a test runs each. */
public final class QueryExamples {

    /** In the order in which they are best read. */
    public static final List<Example> ALL = List.of(
            word(
                    "cancel order",
                    "Both words are said somewhere in the call, in any form: cancelled, cancelling, orders."),
            word("\"cancel my order\"", "These words in a row, as they are spelled."),
            word("refund OR \"money back\"", "Either of the two. OR joins its two neighbours; brackets join more."),
            word("cancel -refund", "Cancel is said, refund is not."),
            word("deliver*", "Words that begin so. At least two letters stand before the star."),
            word("currier~", "Words spelled much like this one, in short words with one letter different, else two."),
            word("cod", "An abbreviation, said as a word or letter by letter."),
            place(
                    "near(late parcel, 5)",
                    "Both within a few words of each other, in any order: at most 5 others between."),
            place("customer:cancel", "The customer says it. agent: asks for the other one."),
            place("customer:(cancel OR refund) agent:\"i am sorry\"", "Brackets and phrases have a speaker too."),
            place("late then cancel", "One after the other, whoever speaks, by the time at which each word is said."),
            place(
                    "agent:late then customer:cancel within 30s",
                    "The second begins at most 30 seconds after the first has ended."),
            place("cancel first:60s", "Said in the first minute of the call. It holds for all words beside it."),
            place(
                    "refund (thank last:30s)",
                    "Brackets say for which words: thank in the last 30 seconds, refund anywhere."),
            filter("reason:price", "Calls tagged with this reason. reason:* asks for any reason."),
            filter("modify:size outcome:none", "A change of size was asked for, and no cancellation."),
            filter("outcome:saved -reason:price", "Cancellations that were averted, but not over the price."),
            filter("topic:callback", "Calls about this topic."),
            filter("agent-name:pri*", "The agent's name, in small or capital letters; a star for the rest of it."),
            filter("queue:orders direction:inbound", "Where the call came in, and from which side."),
            filter(
                    "product:kettle* courier:\"blue dart\"",
                    "What was ordered, and who brings it, where the order is known."),
            filter("order:CS-44119", "Calls about this order."),
            filter("week:2026-W46", "One ISO week; several are written week:2026-W44..2026-W46."),
            filter("date:2026-11-01..2026-11-07", "These days. One end may be left open."),
            filter("duration:>5m", "Longer than five minutes. Also duration:<90s and duration:2m..5m."),
            filter("number:12345", "The customer's number ends in these digits."));

    private QueryExamples() {}

    /** What an example is about. */
    public enum Topic {
        WORDS,
        PLACES,
        FILTERS
    }

    /** @param meaning what it finds */
    public record Example(Topic topic, String query, String meaning) {}

    private static Example word(String query, String meaning) {
        return new Example(Topic.WORDS, query, meaning);
    }

    private static Example place(String query, String meaning) {
        return new Example(Topic.PLACES, query, meaning);
    }

    private static Example filter(String query, String meaning) {
        return new Example(Topic.FILTERS, query, meaning);
    }
}
