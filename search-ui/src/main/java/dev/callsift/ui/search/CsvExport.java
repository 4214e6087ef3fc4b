package dev.callsift.ui.search;

import dev.callsift.pipeline.channel.FormulaSafe;
import dev.callsift.pipeline.index.IndexedCall;
import dev.callsift.search.CallHit;
import dev.callsift.search.Export;
import dev.callsift.search.Moment;
import dev.callsift.ui.Addresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** Calls as rows of a table, by RFC 4180. Text is safe in a spreadsheet: {@link FormulaSafe}. */
final class CsvExport implements Export {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "id",
                    "recording",
                    "started_at",
                    "agent",
                    "customer_number",
                    "direction",
                    "queue",
                    "order",
                    "products",
                    "courier",
                    "duration_seconds",
                    "confidence",
                    "tags",
                    "matches",
                    "moment_seconds",
                    "moment_speaker",
                    "moment_confidence",
                    "moment_words",
                    "page")
            .get();

    private final ExportBeginning beginning;
    private final String query;
    private @Nullable CSVPrinter printer;

    CsvExport(String query, ExportBeginning beginning) {
        this.query = query;
        this.beginning = beginning;
    }

    @Override
    public void begin(long total, int exported, boolean cutShort) {
        try {
            printer = new CSVPrinter(beginning.begin(total, exported), FORMAT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void call(CallHit hit) {
        try {
            Objects.requireNonNull(printer, "begin comes first").printRecord(row(hit));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Object[] row(CallHit hit) {
        IndexedCall call = hit.call();
        Moment moment = hit.moments().isEmpty() ? null : hit.moments().getFirst();
        return new Object[] {
            call.id(),
            text(call.key()),
            started(call.call().startedAt()),
            text(call.call().agent()),
            text(call.call().customerNumber()),
            text(call.call().direction().name().toLowerCase(Locale.ROOT)),
            text(call.call().queue()),
            text(call.order().number()),
            text(String.join("; ", call.order().products())),
            text(call.order().courier()),
            seconds(call.durationMs()),
            call.confidence().value(),
            text(call.tags().stream().map(IndexedCall.FoundTag::code).collect(Collectors.joining(" "))),
            hit.matches(),
            moment == null ? "" : seconds(moment.startMs()),
            moment == null ? "" : text(moment.speaker().name().toLowerCase(Locale.ROOT)),
            moment == null ? "" : moment.confidence().value(),
            moment == null ? "" : text(moment.text()),
            Addresses.call(call.id(), query)
        };
    }

    private static String started(@Nullable OffsetDateTime at) {
        return at == null ? "" : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : FormulaSafe.text(value);
    }

    private static String seconds(long ms) {
        return String.format(Locale.ROOT, "%.3f", ms / 1_000.0);
    }
}
