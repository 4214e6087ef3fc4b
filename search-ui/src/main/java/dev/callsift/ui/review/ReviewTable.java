package dev.callsift.ui.review;

import dev.callsift.pipeline.channel.FormulaSafe;
import dev.callsift.pipeline.tagging.AgentAnswer;
import dev.callsift.review.Breakdown;
import dev.callsift.review.Change;
import dev.callsift.review.Decision;
import dev.callsift.review.EvidenceQuote;
import dev.callsift.review.GroupFigures;
import dev.callsift.review.Headline;
import dev.callsift.review.ModificationFigures;
import dev.callsift.review.Provenance;
import dev.callsift.review.ReasonFigures;
import dev.callsift.review.RisingWord;
import dev.callsift.review.Share;
import dev.callsift.review.WeeklyReview;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * One table of a review, for a spreadsheet. Every table begins with the week. Shares are from 0 to 1.
 *
 * @param name of its file, without ending
 */
record ReviewTable(String name, List<String> header, List<List<Object>> rows) {

    private static final List<String> SHARE = List.of("part", "whole", "share", "low95", "high95");

    /** Every table, also those without a row. */
    static List<ReviewTable> all(ReviewContents contents, Links links) {
        WeeklyReview review = contents.review();
        List<ReviewTable> tables = new ArrayList<>(List.of(
                headline(review),
                reasons(review),
                reasonWeeks(review),
                reasonBreakdowns(review),
                evidence(review, links),
                modifications(review),
                words(contents.words()),
                decisions(contents.decisions()),
                provenance(review.provenance())));
        review.groups().forEach(group -> tables.add(group(group)));
        return tables.stream().map(table -> table.ofWeek(review.week().name())).toList();
    }

    static Optional<ReviewTable> named(String name, ReviewContents contents, Links links) {
        return all(contents, links).stream()
                .filter(table -> table.name().equals(name))
                .findFirst();
    }

    private ReviewTable ofWeek(String week) {
        return new ReviewTable(
                name,
                joined(List.of("week"), header),
                rows.stream().map(row -> joined(List.<Object>of(week), row)).toList());
    }

    /** By RFC 4180; text is safe in a spreadsheet. */
    String csv() {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(
                text,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader(header.toArray(String[]::new))
                        .get())) {
            for (List<Object> row : rows) {
                printer.printRecord(row.stream().map(ReviewTable::safe).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Object safe(Object cell) {
        return switch (cell) {
            case Double number -> String.format(Locale.ROOT, "%.6f", number);
            case Number number -> number;
            default -> FormulaSafe.text(cell.toString());
        };
    }

    private static ReviewTable headline(WeeklyReview review) {
        Headline headline = review.headline();
        List<List<Object>> rows = new ArrayList<>();
        rows.add(counted("calls", headline.calls()));
        rows.add(of("asked_to_cancel", headline.cancellations()));
        rows.add(of("cancelled", headline.cancelled()));
        rows.add(of("saved", headline.saved()));
        rows.add(counted("left_open", headline.open()));
        rows.add(of("change_requests", headline.modifications()));
        rows.add(counted("minutes_listened", headline.minutes()));
        rows.add(counted("mean_confidence", headline.confidence()));
        rows.add(counted("recordings_known", review.coverage().known()));
        rows.add(counted("recordings_indexed", review.coverage().indexed()));
        rows.add(counted("recordings_quarantined", review.coverage().quarantined()));
        return new ReviewTable("headline", List.of("figure", "value", "of", "share", "low95", "high95"), rows);
    }

    private static List<Object> counted(String figure, Number value) {
        return List.of(figure, value, "", "", "", "");
    }

    private static List<Object> of(String figure, Share share) {
        return joined(List.<Object>of(figure), cells(share));
    }

    private static ReviewTable reasons(WeeklyReview review) {
        List<String> header = joined(
                joined(List.of("reason"), SHARE),
                List.of(
                        "share_before",
                        "difference_points",
                        "p",
                        "q",
                        "news",
                        "precision",
                        "recall",
                        "verdicts",
                        "corrected_share",
                        "corrected_low95",
                        "corrected_high95",
                        "cancelled",
                        "saved",
                        "save_rate",
                        "save_rate_low95",
                        "save_rate_high95"));
        return new ReviewTable(
                "reasons",
                header,
                review.reasons().stream().map(ReviewTable::reason).toList());
    }

    private static List<Object> reason(ReasonFigures reason) {
        Change change = reason.change();
        List<Object> row = new ArrayList<>(of(reason.code(), reason.share()));
        row.add(change.before().value());
        row.add(change.difference());
        row.add(cell(change.p()));
        row.add(cell(change.q()));
        row.add(change.news().name().toLowerCase(Locale.ROOT));
        boolean judged = reason.reliability().sufficient();
        row.add(judged ? reason.reliability().precision().value() : "");
        row.add(judged ? reason.reliability().recall().value() : "");
        row.add(reason.reliability().judged());
        row.add(cell(reason.corrected().map(corrected -> corrected.value())));
        row.add(cell(reason.corrected().map(corrected -> corrected.low())));
        row.add(cell(reason.corrected().map(corrected -> corrected.high())));
        row.add(reason.cancelled().part());
        row.add(reason.saved().part());
        row.addAll(cells(reason.saved()).subList(2, SHARE.size()));
        return row;
    }

    private static Object cell(Optional<Double> value) {
        return value.<Object>map(number -> number).orElse("");
    }

    /** A share of nothing has no value. */
    private static List<Object> cells(Share share) {
        return share.known()
                ? List.of(share.part(), share.whole(), share.value(), share.low(), share.high())
                : List.of(share.part(), share.whole(), "", "", "");
    }

    private static ReviewTable reasonWeeks(WeeklyReview review) {
        List<List<Object>> rows = new ArrayList<>();
        review.reasons().forEach(reason -> reason.weeks()
                .forEach(week -> rows.add(
                        joined(List.<Object>of(reason.code(), week.week().name()), cells(week.share())))));
        return new ReviewTable("reason-weeks", joined(List.of("reason", "in_week"), SHARE), rows);
    }

    private static ReviewTable reasonBreakdowns(WeeklyReview review) {
        List<List<Object>> rows = new ArrayList<>();
        for (ReasonFigures reason : review.reasons()) {
            for (Breakdown breakdown : reason.breakdowns()) {
                breakdown
                        .rows()
                        .forEach(row -> rows.add(joined(
                                List.<Object>of(
                                        reason.code(), breakdown.dimension().label(), row.value()),
                                cells(row.share()))));
            }
        }
        return new ReviewTable("reason-breakdowns", joined(List.of("reason", "by", "value"), SHARE), rows);
    }

    private static ReviewTable evidence(WeeklyReview review, Links links) {
        List<List<Object>> rows = new ArrayList<>();
        review.reasons()
                .forEach(reason -> reason.evidence().forEach(quote -> rows.add(quote(reason.code(), quote, links))));
        return new ReviewTable(
                "evidence",
                List.of("reason", "call", "start_seconds", "agent", "speaker", "confidence", "words", "page"),
                rows);
    }

    private static List<Object> quote(String code, EvidenceQuote quote, Links links) {
        return List.of(
                code,
                quote.callId(),
                quote.startMs() / 1_000.0,
                quote.agent(),
                quote.speaker().name().toLowerCase(Locale.ROOT),
                quote.confidence(),
                quote.words(),
                links.moment(quote.callId(), quote.startMs()));
    }

    private static ReviewTable modifications(WeeklyReview review) {
        return new ReviewTable(
                "modifications",
                List.of("modification", "calls", "promised", "done", "refused", "unanswered"),
                review.modifications().stream()
                        .map(figures -> List.<Object>of(
                                figures.code(),
                                figures.calls(),
                                answers(figures, AgentAnswer.PROMISED),
                                answers(figures, AgentAnswer.DONE),
                                answers(figures, AgentAnswer.REFUSED),
                                answers(figures, AgentAnswer.NONE)))
                        .toList());
    }

    private static int answers(ModificationFigures figures, AgentAnswer answer) {
        return Objects.requireNonNullElse(figures.answers().get(answer), 0);
    }

    private static ReviewTable words(List<RisingWord> words) {
        return new ReviewTable(
                "words",
                List.of("words", "calls", "of", "calls_before", "of_before", "share", "share_before", "log_likelihood"),
                words.stream()
                        .map(word -> List.<Object>of(
                                word.words(),
                                word.now().part(),
                                word.now().whole(),
                                word.before().part(),
                                word.before().whole(),
                                word.now().value(),
                                word.before().value(),
                                word.keyness()))
                        .toList());
    }

    private static ReviewTable decisions(List<Decision> decisions) {
        return new ReviewTable(
                "decisions",
                List.of("id", "decided_in", "decision", "owner", "until", "done_at"),
                decisions.stream()
                        .map(decision -> List.<Object>of(
                                decision.id(),
                                decision.week().name(),
                                decision.text(),
                                decision.owner(),
                                decision.until(),
                                decision.doneAt() == null ? "" : decision.doneAt()))
                        .toList());
    }

    private static ReviewTable provenance(Provenance provenance) {
        return new ReviewTable(
                "provenance",
                List.of("calls", "speech_model", "speech_model_hash", "taxonomy", "language_models", "demonstration"),
                provenance.lines().stream()
                        .map(line -> List.<Object>of(
                                line.calls(),
                                line.made().speechModel(),
                                line.made().speechModelHash(),
                                line.made().taxonomy(),
                                line.made().languageModels(),
                                line.demonstration()))
                        .toList());
    }

    private static ReviewTable group(GroupFigures group) {
        return new ReviewTable(
                "by-" + group.dimension().label(),
                List.of(
                        group.dimension().label(),
                        "calls",
                        "asked_to_cancel",
                        "cancelled",
                        "saved",
                        "save_rate",
                        "save_rate_low95",
                        "save_rate_high95"),
                group.rows().stream()
                        .map(row -> joined(
                                List.<Object>of(
                                        row.value(),
                                        row.cancellations().whole(),
                                        row.cancellations().part(),
                                        row.cancelled().part(),
                                        row.saved().part()),
                                cells(row.saved()).subList(2, SHARE.size())))
                        .toList());
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        List<T> joined = new ArrayList<>(one);
        joined.addAll(other);
        return joined;
    }
}
