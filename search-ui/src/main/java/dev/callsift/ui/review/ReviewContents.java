package dev.callsift.ui.review;

import dev.callsift.review.Decision;
import dev.callsift.review.RisingWord;
import dev.callsift.review.WeeklyReview;
import java.time.LocalDate;
import java.util.List;

/**
 * All that a review's pack holds.
 *
 * @param words on the rise, the most telling first
 * @param decisions of this week and those still open from earlier ones
 * @param today on the clock of this machine
 */
record ReviewContents(WeeklyReview review, List<RisingWord> words, List<Decision> decisions, LocalDate today) {

    ReviewContents {
        words = List.copyOf(words);
        decisions = List.copyOf(decisions);
    }
}
