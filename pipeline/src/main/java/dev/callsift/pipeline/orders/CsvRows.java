package dev.callsift.pipeline.orders;

import dev.callsift.pipeline.orders.OrderImport.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * Rows of CSV, one after the other. A row ends where its quotes are closed; one whose quotes never are is reported with its line,
 * and reading goes on with the line after it, so that one bad row does not take the others with it.
 */
final class CsvRows {

    /** A text in quotes may hold so many line breaks; beyond, a quote was forgotten. */
    private static final int MOST_LINES = 50;

    private final BufferedReader text;
    private final CSVFormat format;
    private final List<Problem> problems;
    private final Deque<String> waiting = new ArrayDeque<>();
    private long read;
    private long line;

    /** @param problems is given the rows that cannot be read */
    CsvRows(BufferedReader text, CSVFormat format, List<Problem> problems) {
        this.text = text;
        this.format = format;
        this.problems = problems;
    }

    /** The line in the file at which the last row begins, from 1. */
    long line() {
        return line;
    }

    /** Empty at the end of the file. */
    Optional<CSVRecord> next() throws IOException {
        for (String first = take(); first != null; first = take()) {
            line = read;
            if (!first.isBlank()) {
                Optional<CSVRecord> row = row(first);
                if (row.isPresent()) {
                    return row;
                }
                problems.add(new Problem(line, "a quotation mark is opened and not closed as it should be"));
            }
        }
        return Optional.empty();
    }

    private Optional<CSVRecord> row(String first) throws IOException {
        Deque<String> further = new ArrayDeque<>();
        StringBuilder all = new StringBuilder(first);
        for (int lines = 1; ; lines++) {
            Optional<CSVRecord> row = parsed(all.toString());
            String more = row.isPresent() || lines == MOST_LINES ? null : take();
            if (more == null) {
                if (row.isEmpty()) {
                    giveBack(further);
                }
                return row;
            }
            further.addLast(more);
            all.append('\n').append(more);
        }
    }

    private Optional<CSVRecord> parsed(String row) throws IOException {
        try (CSVParser parser = CSVParser.parse(row, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? Optional.of(records.getFirst()) : Optional.empty();
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return Optional.empty(); // its quotes are not closed yet
        }
    }

    private @Nullable String take() throws IOException {
        String next = waiting.isEmpty() ? text.readLine() : waiting.removeFirst();
        read += next == null ? 0 : 1;
        return next;
    }

    private void giveBack(Deque<String> lines) {
        read -= lines.size();
        lines.descendingIterator().forEachRemaining(waiting::addFirst);
    }
}
