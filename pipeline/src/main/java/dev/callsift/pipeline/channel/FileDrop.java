package dev.callsift.pipeline.channel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;

/**
 * A CSV file per day, named after the channel and the day a notice happened on. Each record is one line, appended whole and
 * forced to the disk before it counts as sent; what a crash left half written, which never counted, is cut off first. Processes
 * of one machine may write the same file.
 */
final class FileDrop implements Channel {

    /** A lock on a file is held by a process, so that its threads need one of their own. */
    private static final Object THREADS = new Object();

    private static final List<String> FIXED = List.of("id", "at", "topic", "subject", "sequence");

    private final String name;
    private final Path folder;
    private final List<String> columns;
    private final ZoneId zone;

    FileDrop(String name, Path folder, List<String> columns, ZoneId zone) {
        this.name = name;
        this.folder = folder;
        this.columns = List.copyOf(columns);
        this.zone = zone;
    }

    @Override
    public List<String> recipients() {
        return List.of(folder.toString());
    }

    @Override
    public Outcome send(Parcel parcel, String recipient) {
        try {
            for (Notice notice : parcel.notices()) {
                append(file(notice), line(values(notice)));
            }
            return new Outcome.Sent();
        } catch (IOException e) {
            return Outcome.Later.of("the file cannot be written: " + e);
        }
    }

    @Override
    public String preview(Parcel parcel) {
        StringBuilder text = new StringBuilder(header());
        parcel.notices().forEach(notice -> text.append(line(values(notice))));
        return text.toString();
    }

    private Path file(Notice notice) {
        return folder.resolve(name + "-" + LocalDate.ofInstant(notice.at(), zone) + ".csv");
    }

    private String header() {
        List<String> names = new ArrayList<>(FIXED);
        names.addAll(columns.isEmpty() ? List.of("data") : columns);
        return line(names);
    }

    private List<String> values(Notice notice) {
        List<String> values = new ArrayList<>(List.of(
                notice.id(),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(notice.at().atZone(zone)),
                notice.topic(),
                notice.subject(),
                Long.toString(notice.sequence())));
        Map<?, ?> data = Payloads.data(notice);
        if (columns.isEmpty()) {
            values.add(notice.payloadJson());
        }
        columns.forEach(column -> values.add(data.get(column) == null ? "" : String.valueOf(data.get(column))));
        return values;
    }

    private static String line(List<String> values) {
        Object[] safe = values.stream()
                .map(value -> FormulaSafe.text(value.replaceAll("\\R", " ")))
                .toArray();
        return CSVFormat.RFC4180.format(safe) + "\r\n";
    }

    private void append(Path file, String line) throws IOException {
        Files.createDirectories(folder);
        synchronized (THREADS) {
            try (FileChannel out = FileChannel.open(
                            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock alone = out.lock()) {
                out.truncate(endOfLastLine(out));
                out.position(out.size());
                write(out, out.size() == 0 ? header() + line : line);
                out.force(true);
            }
        }
    }

    private static long endOfLastLine(FileChannel file) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = file.size(); end > 0; end--) {
            one.clear();
            file.read(one, end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    private static void write(FileChannel out, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
