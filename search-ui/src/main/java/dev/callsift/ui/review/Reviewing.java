package dev.callsift.ui.review;

import dev.callsift.review.Decision;
import dev.callsift.review.Decisions;
import dev.callsift.review.ReviewWeek;
import dev.callsift.review.RisingWord;
import dev.callsift.review.WeeklyReview;
import dev.callsift.review.WeeklyReviews;
import dev.callsift.ui.PageProblemException;
import dev.callsift.ui.TagChips;
import dev.callsift.ui.review.ReviewPage.DecisionForm;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Gathers what a review's page, document, tables and JSON hold. */
@Component
final class Reviewing {

    private final WeeklyReviews reviews;
    private final Decisions decisions;
    private final TagChips chips;
    private final InstantSource clock;

    Reviewing(WeeklyReviews reviews, Decisions decisions, TagChips chips, InstantSource clock) {
        this.reviews = reviews;
        this.decisions = decisions;
        this.chips = chips;
        this.clock = clock;
    }

    /** The week that was asked for or, where none was, the newest with calls, else this one. */
    ReviewWeek week(String asked) {
        if (asked.isBlank()) {
            return reviews.newest().orElseGet(() -> new ReviewWeek(today()));
        }
        return ReviewWeek.parse(asked)
                .orElseThrow(() -> new PageProblemException(
                        HttpStatus.BAD_REQUEST,
                        "“" + asked + "” is not an ISO week",
                        "Write a week of a year with its number, like 2026-W46; few years have a week 53."));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
    }

    /** All but the words on the rise, which take longer. */
    ReviewContents withoutWords(ReviewWeek week) {
        return new ReviewContents(reviews.of(week), List.of(), decisionsOf(week), today());
    }

    ReviewContents whole(ReviewWeek week) {
        return new ReviewContents(reviews.of(week), words(week), decisionsOf(week), today());
    }

    List<RisingWord> words(ReviewWeek week) {
        return reviews.words(week);
    }

    List<WordView> wordViews(ReviewContents contents, Links links) {
        return contents.words().stream()
                .map(word -> WordView.of(word, contents.review().week(), links))
                .toList();
    }

    private List<Decision> decisionsOf(ReviewWeek week) {
        return decisions.of(week);
    }

    ReviewPage page(ReviewContents contents, Links links, DecisionForm form) {
        WeeklyReview review = contents.review();
        boolean counted = review.state() == WeeklyReview.State.COUNTED;
        return ReviewPage.of(contents, chips, links, counted ? Optional.empty() : reviews.newest(), form);
    }
}
