package dev.callsift.ui;

import java.util.Locale;
import java.util.Set;

/**
 * A tag as a coloured chip.
 *
 * @param code of the taxonomy
 * @param title for people
 * @param definition when it holds, for whoever judges it; the code where that is not known
 * @param kind the style sheet's class for its colour: cancel, saved, reason, modify or topic
 */
public record TagChip(String code, String title, String definition, String kind) {

    private static final Set<String> KINDS = Set.of("cancel", "reason", "modify");

    static TagChip of(String code) {
        String family = code.contains(".") ? code.substring(0, code.indexOf('.')) : code;
        String rest = code.substring(code.indexOf('.') + 1).replace('-', ' ');
        return new TagChip(code, title(family, rest), code, kind(code, family));
    }

    private static String kind(String code, String family) {
        if ("cancel.saved".equals(code)) {
            return "saved";
        }
        return KINDS.contains(family) ? family : "topic";
    }

    private static String title(String family, String rest) {
        String words =
                switch (family) {
                    case "cancel" -> "Cancellation " + rest;
                    case "modify" -> "Change " + rest;
                    default -> rest;
                };
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }
}
