package dev.callsift.pipeline.tagging;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A modification request in one line, for people. */
public final class ModificationText {

    private ModificationText() {}

    /** For example {@code medium -> xl (extra large), order CS44119, agent: promised}; {@code ?} is what nobody says. */
    public static String of(ModificationRequest request) {
        String order = request.orderNumber() == null ? "" : ", order " + request.orderNumber();
        String answer = request.answer().name().toLowerCase(Locale.ROOT);
        return value(request.from()) + " -> " + value(request.to()) + order + ", agent: " + answer;
    }

    private static String value(ModificationRequest.@Nullable Value value) {
        if (value == null) {
            return "?";
        }
        return value.words().equals(value.normalized())
                ? value.words()
                : value.normalized() + " (" + value.words() + ")";
    }
}
