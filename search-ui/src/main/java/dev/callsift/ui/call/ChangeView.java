package dev.callsift.ui.call;

import dev.callsift.pipeline.tagging.AgentAnswer;
import dev.callsift.pipeline.tagging.ModificationRequest;
import dev.callsift.pipeline.tagging.ModificationRequest.Value;
import dev.callsift.ui.TagChip;
import dev.callsift.ui.TagChips;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the customer wants changed.
 *
 * @param text such as "M → XL · order 1234 · agent: done"
 */
record ChangeView(TagChip chip, String text, List<TagView.Quote> quotes) {

    private static final int LONGEST_SIZE = 4;

    ChangeView {
        quotes = List.copyOf(quotes);
    }

    static ChangeView of(ModificationRequest request, TagChips chips) {
        String text = Stream.of(values(request), order(request), answer(request.answer()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return new ChangeView(
                chips.of(request.type()),
                text,
                request.evidence().stream().map(TagView.Quote::of).toList());
    }

    private static String values(ModificationRequest request) {
        String from = value(request.from());
        String to = value(request.to());
        if (to.isEmpty()) {
            return from.isEmpty() ? "to what is not said" : "from " + from;
        }
        return from.isEmpty() ? "→ " + to : from + " → " + to;
    }

    private static String value(@Nullable Value value) {
        String text = value == null ? "" : value.normalized();
        return text.length() <= LONGEST_SIZE ? text.toUpperCase(Locale.ROOT) : text;
    }

    private static String order(ModificationRequest request) {
        return request.orderNumber() == null ? "" : "order " + request.orderNumber();
    }

    private static String answer(AgentAnswer answer) {
        return switch (answer) {
            case DONE -> "agent: done";
            case PROMISED -> "agent: promised";
            case REFUSED -> "agent: refused";
            case NONE -> "no answer by the agent";
        };
    }
}
