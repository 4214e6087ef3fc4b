package dev.callsift.ui.review;

import dev.callsift.review.Decision;
import dev.callsift.review.ReviewWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A decision as shown.
 *
 * @param from the week that decided it, where that is an earlier one; else empty
 * @param state what to know of it besides its day; empty where there is nothing
 * @param kind the style sheet's class: done, overdue or open
 */
record DecisionView(long id, String text, String owner, String until, String from, String state, String kind) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);

    static DecisionView of(Decision decision, ReviewWeek week, LocalDate today) {
        boolean overdue = decision.overdue(today);
        String state = overdue ? "overdue" : "";
        return new DecisionView(
                decision.id(),
                decision.text(),
                decision.owner(),
                DAY.format(decision.until()),
                decision.week().equals(week) ? "" : decision.week().name(),
                decision.done() ? "done" : state,
                decision.done() ? "done" : overdue ? "overdue" : "open");
    }

    public boolean done() {
        return kind.equals("done");
    }
}
