package dev.callsift.ui.review;

import dev.callsift.review.Share;
import java.util.Locale;

/** Figures as people read them. */
final class Figure {

    private Figure() {}

    static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** {@code 23 %}; below ten with one decimal, {@code 4.2 %}. */
    static String percent(double share) {
        double percent = 100 * share;
        return percent > 0 && percent < 9.95
                ? String.format(Locale.ROOT, "%.1f %%", percent)
                : String.format(Locale.ROOT, "%.0f %%", percent);
    }

    static String percent(Share share) {
        return share.known() ? percent(share.value()) : "–";
    }

    /** {@code 18–29 %}. */
    static String interval(double low, double high) {
        String from = percent(low);
        return from.substring(0, from.length() - 2) + "–" + percent(high);
    }

    static String interval(Share share) {
        return share.known() ? interval(share.low(), share.high()) : "–";
    }

    static String ofWhole(Share share) {
        return count(share.part()) + " of " + count(share.whole());
    }

    /** {@code +6.1} or {@code −0.4} percentage points. */
    static String points(double difference) {
        return String.format(Locale.ROOT, "%s%.1f", difference < 0 ? "−" : "+", Math.abs(difference));
    }

    static String chance(double probability) {
        return probability < 0.001 ? "< 0.001" : String.format(Locale.ROOT, "%.3f", probability);
    }
}
