package dev.callsift.pipeline.orders;

import java.util.Locale;

/**
 * An order's number.
 *
 * @param written as the shop writes it
 * @param plain its letters and digits in capitals, by which numbers are compared: callers say no hyphens
 */
public record OrderNumber(String written, String plain) {

    private static final int LONGEST = 64;

    /** @throws IllegalArgumentException when it has no letter or digit, or more than {@value #LONGEST} */
    public static OrderNumber of(String written) {
        String plain = plain(written);
        if (plain.isEmpty() || plain.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "'" + written + "' is no order number; it must have 1 to " + LONGEST + " letters or digits");
        }
        return new OrderNumber(written.strip(), plain);
    }

    public static String plain(String written) {
        return written.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }
}
