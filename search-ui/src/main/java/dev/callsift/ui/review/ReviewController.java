package dev.callsift.ui.review;

import dev.callsift.review.Decision;
import dev.callsift.review.Decisions;
import dev.callsift.review.ReviewWeek;
import dev.callsift.ui.PageProblemException;
import dev.callsift.ui.review.ReviewPage.DecisionForm;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The review's page, its print view and tables, and the decisions that are written down on it. */
@Controller
final class ReviewController {

    private final Reviewing reviewing;
    private final ReviewPdf pdf;
    private final Decisions decisions;

    ReviewController(Reviewing reviewing, ReviewPdf pdf, Decisions decisions) {
        this.reviewing = reviewing;
        this.pdf = pdf;
        this.decisions = decisions;
    }

    @GetMapping("/review")
    String review(@RequestParam(defaultValue = "") String week, Model model) {
        ReviewWeek asked = reviewing.week(week);
        return page(asked, DecisionForm.blank(asked), model);
    }

    private String page(ReviewWeek week, DecisionForm form, Model model) {
        model.addAttribute("section", "review");
        model.addAttribute("page", reviewing.page(reviewing.withoutWords(week), new Links("", week), form));
        return "review";
    }

    /** A part of the page, which the browser asks for once the rest is there. */
    @GetMapping("/review/words")
    String words(@RequestParam(defaultValue = "") String week, Model model) {
        ReviewWeek asked = reviewing.week(week);
        Links links = new Links("", asked);
        model.addAttribute(
                "words",
                reviewing.words(asked).stream()
                        .map(word -> WordView.of(word, asked, links))
                        .toList());
        return "review-parts :: words";
    }

    @GetMapping("/review/print")
    String print(@RequestParam(defaultValue = "") String week, Model model) {
        ReviewWeek asked = reviewing.week(week);
        ReviewContents contents = reviewing.whole(asked);
        Links links = new Links("", asked);
        model.addAttribute("page", reviewing.page(contents, links, DecisionForm.blank(asked)));
        model.addAttribute("words", reviewing.wordViews(contents, links));
        model.addAttribute("assets", "/assets/");
        return "review-print";
    }

    /** The same as the print view; links in it lead to this server under the name it was asked by. */
    @GetMapping("/review/{week:[0-9]{4}-W[0-9]{2}}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String week) {
        ReviewWeek asked = reviewing.week(week);
        String server = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"review-" + asked + ".pdf\"")
                .body(pdf.of(reviewing.whole(asked), new Links(server, asked)));
    }

    @GetMapping("/review/{table:[a-z-]+}.csv")
    ResponseEntity<byte[]> table(@PathVariable String table, @RequestParam(defaultValue = "") String week) {
        ReviewWeek asked = reviewing.week(week);
        ReviewTable found = ReviewTable.named(table, reviewing.whole(asked), new Links("", asked))
                .orElseThrow(() -> new PageProblemException(
                        HttpStatus.NOT_FOUND,
                        "There is no table “" + table + "” for " + asked,
                        "The page of the review links every table there is."));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"review-" + asked + "-" + found.name() + ".csv\"")
                .body(found.csv().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/review/decisions")
    String decide(
            @RequestParam String week,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String until,
            HttpServletResponse response,
            Model model) {
        ReviewWeek of = reviewing.week(week);
        LocalDate day = day(until);
        List<String> problems = Decision.problems(of, text, owner, day);
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(of, new DecisionForm(text, owner, until, problems), model);
        }
        decisions.add(of, text, owner, day);
        return back(of);
    }

    private static @Nullable LocalDate day(String written) {
        try {
            return LocalDate.parse(written.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    @PostMapping("/review/decisions/{id}")
    String done(@PathVariable long id, @RequestParam String week, @RequestParam(defaultValue = "true") boolean done) {
        ReviewWeek of = reviewing.week(week);
        if (!decisions.done(id, done)) {
            throw new PageProblemException(
                    HttpStatus.NOT_FOUND,
                    "There is no decision " + id,
                    "Open the review again to see those there are.");
        }
        return back(of);
    }

    private static String back(ReviewWeek week) {
        return "redirect:/review?week=" + week.name() + "#decisions";
    }
}
