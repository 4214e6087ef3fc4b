package dev.callsift.pipeline.orders;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads orders from a file: CSV with a heading (RFC 4180; comma, semicolon or tab), or JSON Lines ({@code .jsonl}, {@code .ndjson}).
 * A row that cannot be read is reported with its line and left out; the others are kept.
 */
public final class OrderImport {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final OrderReader reader;
    private final OrderSettings settings;
    private final Consumer<Order> orders;
    private final List<Problem> problems = new ArrayList<>();
    private long kept;

    private OrderImport(OrderSettings settings, Consumer<Order> orders) {
        this.reader = new OrderReader(settings.phones(), settings.zone());
        this.settings = settings;
        this.orders = orders;
    }

    /**
     * A row that was left out.
     *
     * @param line in the file, from 1
     */
    public record Problem(long line, String why) {}

    /**
     * @param kept rows that were read
     * @param problems rows that were left out, in the order of the file
     */
    public record Report(long kept, List<Problem> problems) {
        public Report {
            problems = List.copyOf(problems);
        }
    }

    /**
     * @param settings region, zone and headings
     * @param orders is given each order that could be read
     * @throws IllegalArgumentException when the file as a whole cannot be read; the message says why
     */
    public static Report read(Path file, OrderSettings settings, Consumer<Order> orders) {
        OrderImport reading = new OrderImport(settings, orders);
        String name = file.getFileName().toString();
        try (BufferedReader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            skipMark(text);
            if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
                reading.readJson(text);
            } else {
                reading.readCsv(text);
            }
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + ": is not text in UTF-8; convert it", e);
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalArgumentException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
        return new Report(reading.kept, reading.problems);
    }

    private static void skipMark(BufferedReader text) throws IOException {
        text.mark(1);
        int first = text.read();
        if (first != BYTE_ORDER_MARK.charAt(0)) {
            text.reset();
        }
    }

    private void readCsv(BufferedReader text) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(text))
                .setTrim(true)
                .get();
        CsvRows rows = new CsvRows(text, format, problems);
        CSVRecord heading = rows.next().orElseThrow(() -> new IllegalArgumentException("the file is empty"));
        Map<Integer, OrderField> columns = columns(heading);
        for (Optional<CSVRecord> row = rows.next(); row.isPresent(); row = rows.next()) {
            Map<OrderField, String> texts = new EnumMap<>(OrderField.class);
            for (Map.Entry<Integer, OrderField> column : columns.entrySet()) {
                if (column.getKey() < row.get().size()) {
                    texts.put(column.getValue(), row.get().get(column.getKey()));
                }
            }
            add(rows.line(), texts);
        }
    }

    /** The one that the heading has most of. */
    private static String delimiter(BufferedReader text) throws IOException {
        text.mark(1 << 16);
        String heading = text.readLine();
        text.reset();
        String found = ",";
        for (String candidate : List.of(";", "\t")) {
            if (heading != null && count(heading, candidate) > count(heading, found)) {
                found = candidate;
            }
        }
        return found;
    }

    private static long count(String text, String part) {
        return text.chars().filter(letter -> letter == part.charAt(0)).count();
    }

    private Map<Integer, OrderField> columns(CSVRecord heading) {
        Map<Integer, OrderField> columns = new LinkedHashMap<>();
        for (int column = 0; column < heading.size(); column++) {
            int at = column;
            settings.field(heading.get(column)).ifPresent(field -> columns.put(at, field));
        }
        if (!columns.containsValue(OrderField.NUMBER)) {
            throw new IllegalArgumentException("no column holds the order's number; the headings are "
                    + heading.toList() + ": name it in callsift.orders.columns, such as number: \"Auftrag\"");
        }
        return columns;
    }

    private void readJson(BufferedReader text) throws IOException {
        long line = 0;
        for (String row = text.readLine(); row != null; row = text.readLine()) {
            line++;
            if (!row.isBlank()) {
                readJson(row, line);
            }
        }
    }

    private void readJson(String row, long line) {
        try {
            JsonNode object = JSON.readTree(row);
            if (object.isObject()) {
                add(line, OrderJson.texts(object, settings::field));
            } else {
                problems.add(new Problem(line, "is no JSON object"));
            }
        } catch (JacksonException e) {
            problems.add(new Problem(line, "is no JSON: " + e.getOriginalMessage()));
        }
    }

    private void add(long line, Map<OrderField, String> texts) {
        try {
            orders.accept(reader.read(texts));
            kept++;
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(line, String.valueOf(e.getMessage())));
        }
    }
}
