package dev.callsift.ui.review;

import dev.callsift.pipeline.tagging.AgentAnswer;
import dev.callsift.review.Decision;
import dev.callsift.review.Headline;
import dev.callsift.review.ModificationFigures;
import dev.callsift.review.Provenance;
import dev.callsift.review.ReviewWeek;
import dev.callsift.review.WeeklyReview;
import dev.callsift.ui.TagChip;
import dev.callsift.ui.TagChips;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All that the templates of a review show.
 *
 * @param range the week's days
 * @param next null where the next week has not begun
 * @param empty why there are no figures; null where there are
 * @param underWay whether the week is not over
 * @param demonstration whether the calls were heard by a demonstration model
 * @param mixed whether they were made with different versions
 */
record ReviewPage(
        String title,
        String week,
        String range,
        Links links,
        String previous,
        @Nullable String next,
        @Nullable Empty empty,
        boolean underWay,
        boolean demonstration,
        boolean mixed,
        List<Tile> tiles,
        List<ReasonView> reasons,
        List<GroupView> groups,
        List<ModificationView> modifications,
        List<DecisionView> decisions,
        DecisionForm form,
        String coverage,
        List<String> provenance,
        String madeWith) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter FULL_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** @param note what the figure is of, or how sure it is */
    record Tile(
            String label,
            String value,
            String note,
            @Nullable String href) {}

    record ModificationView(
            TagChip chip, String href, String calls, int promised, int done, int refused, int unanswered) {}

    /**
     * Instead of figures.
     *
     * @param command to type in a terminal, when that helps
     * @param href of the week that has calls, when there is one
     */
    record Empty(
            String title,
            String advice,
            @Nullable String command,
            @Nullable String href,
            String link) {}

    /** What stands in the form for a new decision, and what was wrong with it. */
    record DecisionForm(String text, String owner, String until, List<String> problems) {

        static DecisionForm blank(ReviewWeek week) {
            return new DecisionForm("", "", week.plus(2).monday().plusDays(4).toString(), List.of());
        }
    }

    /** @param newest week of which a call is in the index */
    static ReviewPage of(
            ReviewContents contents, TagChips chips, Links links, Optional<ReviewWeek> newest, DecisionForm form) {
        WeeklyReview review = contents.review();
        ReviewWeek week = review.week();
        LocalDate today = contents.today();
        Provenance provenance = review.provenance();
        return new ReviewPage(
                "Weekly review " + week,
                week.name(),
                DAY.format(week.monday()) + " – " + FULL_DAY.format(week.sunday()),
                links,
                links.page(week.plus(-1)),
                week.plus(1).monday().isAfter(today) ? null : links.page(week.plus(1)),
                empty(review, today, newest.filter(other -> !other.equals(week)), links),
                !week.monday().isAfter(today) && !week.sunday().isBefore(today),
                provenance.lines().stream().anyMatch(Provenance.Line::demonstration),
                provenance.mixed(),
                tiles(review.headline(), links),
                IntStream.range(0, review.reasons().size())
                        .mapToObj(i -> ReasonView.of(
                                i + 1,
                                review.reasons().get(i),
                                chips.of(review.reasons().get(i).code()),
                                links))
                        .toList(),
                review.groups().stream()
                        .map(group -> GroupView.of(group, links))
                        .toList(),
                review.modifications().stream()
                        .map(figures -> modification(figures, chips, links))
                        .toList(),
                decisions(contents.decisions(), week, today),
                form,
                coverage(review),
                provenance.lines().stream().map(ReviewPage::made).toList(),
                madeWith(provenance));
    }

    private static List<DecisionView> decisions(List<Decision> decisions, ReviewWeek week, LocalDate today) {
        return decisions.stream()
                .map(decision -> DecisionView.of(decision, week, today))
                .toList();
    }

    private static @Nullable Empty empty(
            WeeklyReview review, LocalDate today, Optional<ReviewWeek> newest, Links links) {
        String name = review.week().name();
        String href = newest.map(links::page).orElse(null);
        String link = newest.map(week -> "The newest week with calls: " + week).orElse("");
        if (review.week().monday().isAfter(today)) {
            return new Empty("The week " + name + " has not begun", "Pick an earlier one.", null, href, link);
        }
        return switch (review.state()) {
            case COUNTED -> null;
            case NO_CALLS ->
                new Empty(
                        "No calls of " + name,
                        "No call that began in this week is in the index. Its recordings may wait for a run, be held back,"
                                + " or have no known start time.",
                        "callsift status",
                        href,
                        link);
            case NO_INDEX ->
                new Empty(
                        "No calls yet",
                        "Nothing has been indexed so far. Start a run over your recordings; the review counts them as"
                                + " they are done.",
                        "callsift run",
                        null,
                        "");
        };
    }

    private static List<Tile> tiles(Headline headline, Links links) {
        List<Tile> tiles = new ArrayList<>();
        tiles.add(new Tile(
                "Calls",
                Figure.count(headline.calls()),
                Figure.count(Math.round(headline.minutes())) + " minutes listened",
                links.calls()));
        tiles.add(new Tile(
                "Asked to cancel",
                Figure.count(headline.cancellations().part()),
                Figure.percent(headline.cancellations()) + " of calls (" + Figure.interval(headline.cancellations())
                        + ")",
                null));
        tiles.add(new Tile(
                "Cancelled",
                Figure.count(headline.cancelled().part()),
                Figure.percent(headline.cancelled()) + " of those who asked",
                links.calls("cancel.confirmed")));
        tiles.add(new Tile(
                "Saved",
                Figure.count(headline.saved().part()),
                Figure.percent(headline.saved()) + " of those who asked (" + Figure.interval(headline.saved()) + ")",
                links.calls("cancel.saved")));
        tiles.add(new Tile("Left open", Figure.count(headline.open()), "neither cancelled nor saved", null));
        tiles.add(new Tile(
                "Change requests",
                Figure.count(headline.modifications().part()),
                Figure.percent(headline.modifications()) + " of calls",
                null));
        tiles.add(new Tile(
                "Heard with",
                headline.confidence() == 0 ? "–" : Figure.percent(headline.confidence()),
                "mean confidence of the recognizer",
                null));
        return tiles;
    }

    private static ModificationView modification(ModificationFigures figures, TagChips chips, Links links) {
        return new ModificationView(
                chips.of(figures.code()),
                links.calls(figures.code()),
                Figure.count(figures.calls()),
                answers(figures, AgentAnswer.PROMISED),
                answers(figures, AgentAnswer.DONE),
                answers(figures, AgentAnswer.REFUSED),
                answers(figures, AgentAnswer.NONE));
    }

    private static int answers(ModificationFigures figures, AgentAnswer answer) {
        return Objects.requireNonNullElse(figures.answers().get(answer), 0);
    }

    private static String coverage(WeeklyReview review) {
        if (review.coverage().known() == 0) {
            return "The ledger knows no recordings.";
        }
        String held = Figure.count(review.coverage().quarantined()) + " held back";
        String waiting = Figure.count(review.coverage().waiting()) + " waiting";
        return Figure.count(review.coverage().indexed()) + " of "
                + Figure.count(review.coverage().known())
                + " known recordings, of all weeks, are indexed ("
                + Figure.percent(review.coverage().share()) + "); "
                + held + ", " + waiting + ".";
    }

    private static String made(Provenance.Line line) {
        Provenance.Made made = line.made();
        return Figure.count(line.calls()) + (line.calls() == 1 ? " call" : " calls") + ": speech model "
                + made.speechModel() + " (" + shortHash(made.speechModelHash()) + "), taxonomy " + made.taxonomy()
                + ", language models " + made.languageModels();
    }

    private static String madeWith(Provenance provenance) {
        return provenance.lines().stream()
                .findFirst()
                .map(Provenance.Line::made)
                .map(made -> made.speechModel() + " · " + made.taxonomy() + " · models " + made.languageModels()
                        + (provenance.mixed() ? " and others" : ""))
                .orElse("");
    }

    private static String shortHash(String hash) {
        return hash.length() > 12 ? hash.substring(0, 12) : hash;
    }
}
