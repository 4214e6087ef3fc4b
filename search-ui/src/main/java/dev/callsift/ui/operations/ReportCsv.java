package dev.callsift.ui.operations;

import dev.callsift.pipeline.channel.FormulaSafe;
import dev.callsift.pipeline.operations.OperationsReport;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A report as one table, by RFC 4180; times in seconds. Text is safe in a spreadsheet: {@link FormulaSafe}. */
public final class ReportCsv {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "by",
                    "name",
                    "asked",
                    "seen",
                    "open",
                    "done",
                    "done_in_time",
                    "done_late",
                    "too_late",
                    "refused",
                    "not_requests",
                    "refused_by_agent_and_cancelled",
                    "median_seconds_to_seen",
                    "p90_seconds_to_seen",
                    "median_seconds_to_done",
                    "p90_seconds_to_done")
            .get();

    private ReportCsv() {}

    public static String write(OperationsReport report) {
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            print(printer, "all", report.total());
            for (OperationsReport.Row type : report.types()) {
                print(printer, "type", type);
            }
            for (OperationsReport.Row team : report.teams()) {
                print(printer, "team", team);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void print(CSVPrinter printer, String by, OperationsReport.Row row) throws IOException {
        printer.printRecord(
                by,
                row.name() == null ? "" : FormulaSafe.text(row.name()),
                row.asked(),
                row.seen(),
                row.open(),
                row.done(),
                row.doneInTime(),
                row.doneLate(),
                row.tooLate(),
                row.refused(),
                row.notRequests(),
                row.refusedAndCancelled(),
                seconds(row.toSeen().median()),
                seconds(row.toSeen().p90()),
                seconds(row.toDone().median()),
                seconds(row.toDone().p90()));
    }

    private static @Nullable Long seconds(@Nullable Duration duration) {
        return duration == null ? null : duration.toSeconds();
    }
}
