package dev.callsift.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a review decided.
 *
 * @param week whose review decided it
 * @param text what is to be done
 * @param owner who sees to it
 * @param until the day by which it is to be done
 * @param doneAt null until it is done
 */
public record Decision(
        long id,
        ReviewWeek week,
        String text,
        String owner,
        LocalDate until,
        Instant at,
        @Nullable Instant doneAt) {

    /** The longest text and owner that are kept. */
    public static final int LONGEST_TEXT = 1_000;

    public static final int LONGEST_OWNER = 200;

    public boolean done() {
        return doneAt != null;
    }

    /** Whether it is not done although its day has passed. */
    public boolean overdue(LocalDate today) {
        return !done() && until.isBefore(today);
    }

    /** What keeps a decision from being written down; each problem one sentence. */
    public static List<String> problems(ReviewWeek week, String text, String owner, @Nullable LocalDate until) {
        List<String> problems = new ArrayList<>();
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            problems.add("Say what is to be done, in at most " + LONGEST_TEXT + " characters.");
        }
        if (owner.isBlank() || owner.length() > LONGEST_OWNER) {
            problems.add("Say who sees to it, in at most " + LONGEST_OWNER + " characters.");
        }
        if (until == null
                || until.isBefore(week.monday())
                || until.isAfter(week.monday().plusYears(2))) {
            problems.add("Give the day until which it is to be done, after the week began and within two years.");
        }
        return problems;
    }
}
