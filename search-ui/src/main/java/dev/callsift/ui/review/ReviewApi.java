package dev.callsift.ui.review;

import dev.callsift.review.Decision;
import dev.callsift.review.ReviewWeek;
import dev.callsift.review.RisingWord;
import dev.callsift.review.WeeklyReview;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The review as JSON; described in {@code docs/api.md}. */
@RestController
final class ReviewApi {

    private final Reviewing reviewing;

    ReviewApi(Reviewing reviewing) {
        this.reviewing = reviewing;
    }

    /** @param wordsOnTheRise the most telling first */
    record ReviewAnswer(
            ReviewWeek week,
            WeeklyReview review,
            List<RisingWord> wordsOnTheRise,
            List<Decision> decisions,
            String page) {

        static ReviewAnswer of(ReviewContents contents, Links links) {
            ReviewWeek week = contents.review().week();
            return new ReviewAnswer(week, contents.review(), contents.words(), contents.decisions(), links.page(week));
        }
    }

    @Operation(summary = "The weekly review")
    @GetMapping("/api/review")
    ReviewAnswer review(
            @Parameter(description = "ISO week, such as 2026-W46; the newest with calls unless told")
                    @RequestParam(defaultValue = "")
                    String week) {
        ReviewWeek asked = reviewing.week(week);
        return ReviewAnswer.of(reviewing.whole(asked), new Links("", asked));
    }
}
