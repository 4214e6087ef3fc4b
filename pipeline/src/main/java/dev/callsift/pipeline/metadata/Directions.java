package dev.callsift.pipeline.metadata;

import java.util.Locale;

/** Reads a direction in the words that telephone systems have for it. */
final class Directions {

    private Directions() {}

    static Direction read(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "in", "inbound", "incoming", "inc", "i", "received", "terminating" -> Direction.INBOUND;
            case "out", "outbound", "outgoing", "outg", "o", "dialed", "dialled", "originating" -> Direction.OUTBOUND;
            case "internal", "int", "local", "intercom" -> Direction.INTERNAL;
            default -> Direction.UNKNOWN;
        };
    }
}
