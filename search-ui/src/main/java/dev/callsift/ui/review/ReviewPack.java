package dev.callsift.ui.review;

import dev.callsift.review.Decisions;
import dev.callsift.review.ReviewWeek;
import dev.callsift.review.WeeklyReview;
import dev.callsift.review.WeeklyReviews;
import dev.callsift.ui.TagChips;
import dev.callsift.ui.review.ReviewPage.DecisionForm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A review as files: the PDF, the same as HTML with its style sheets, every table as CSV, and the whole as JSON. */
public final class ReviewPack {

    private static final List<String> STYLES = List.of("callsift.css", "review.css");

    private final Reviewing reviewing;
    private final ReviewPdf pdf;
    private final ITemplateEngine templates;

    /** What is written where. */
    public record Written(WeeklyReview.State state, List<Path> files) {}

    public ReviewPack(
            WeeklyReviews reviews,
            Decisions decisions,
            TagChips chips,
            InstantSource clock,
            ITemplateEngine templates) {
        this.reviewing = new Reviewing(reviews, decisions, chips, clock);
        this.pdf = new ReviewPdf(reviewing, clock);
        this.templates = templates;
    }

    /**
     * Writes the pack of a week; files of the same names are replaced.
     *
     * @throws UncheckedIOException when a file cannot be written
     * @param folder made when missing
     * @param server where links in the document lead, for example {@code http://127.0.0.1:8080}
     */
    public Written write(ReviewWeek week, Path folder, String server) {
        ReviewContents contents = reviewing.whole(week);
        Links links = new Links(server, week);
        try {
            Files.createDirectories(folder);
            List<Path> files = new ArrayList<>();
            files.add(Files.write(folder.resolve("review-" + week + ".pdf"), pdf.of(contents, links)));
            files.add(write(folder.resolve("review-" + week + ".html"), document(contents, links)));
            files.add(write(folder.resolve("review-" + week + ".json"), json(contents, links)));
            for (ReviewTable table : ReviewTable.all(contents, links)) {
                files.add(write(folder.resolve("review-" + week + "-" + table.name() + ".csv"), table.csv()));
            }
            for (String style : STYLES) {
                files.add(write(folder.resolve(style), asset(style)));
            }
            return new Written(contents.review().state(), List.copyOf(files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String document(ReviewContents contents, Links links) {
        ReviewPage page = reviewing.page(
                contents, links, DecisionForm.blank(contents.review().week()));
        Map<String, Object> model = Map.of("page", page, "words", reviewing.wordViews(contents, links), "assets", "");
        return templates.process("review-print", new Context(Locale.ENGLISH, model));
    }

    private static String json(ReviewContents contents, Links links) {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(ReviewApi.ReviewAnswer.of(contents, links))
                + "\n";
    }

    private static String asset(String name) throws IOException {
        try (InputStream file = ReviewPack.class.getResourceAsStream("/static/assets/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Path write(Path file, String text) throws IOException {
        return Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
