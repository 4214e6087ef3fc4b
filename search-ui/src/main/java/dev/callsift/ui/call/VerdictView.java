package dev.callsift.ui.call;

import dev.callsift.pipeline.verdict.Verdict;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What a reviewer said, when.
 *
 * @param kind the style sheet's class
 * @param text for people, such as "Confirmed by Priya"
 * @param when on the clock of this machine
 */
record VerdictView(String kind, String text, String when, String machine) {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    static VerdictView of(Verdict verdict) {
        String said =
                switch (verdict.kind()) {
                    case CONFIRMED -> "Confirmed";
                    case REJECTED -> "Rejected";
                    case ADDED -> "Added";
                    case WITHDRAWN -> "Withdrawn";
                };
        return new VerdictView(
                verdict.kind().name().toLowerCase(Locale.ROOT),
                said + " by " + verdict.reviewer(),
                when(verdict.at()),
                verdict.at().toString());
    }

    static String when(Instant at) {
        return WHEN.format(at.atZone(ZoneId.systemDefault()));
    }
}
