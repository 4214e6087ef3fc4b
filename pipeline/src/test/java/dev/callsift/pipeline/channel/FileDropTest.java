package dev.callsift.pipeline.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileDropTest {

    private static final Instant AT = Instant.parse("2026-11-16T23:30:00Z");
    private static final String HEADER = "id,at,topic,subject,sequence,order,note";

    @TempDir
    private Path folder;

    private FileDrop drop() {
        return new FileDrop("returns", folder, List.of("order", "note"), ZoneId.of("Europe/Berlin"));
    }

    private static Parcel parcel(int number, String note) {
        return Parcel.of(new Notice(
                "m-" + number,
                "item.created",
                "item-" + number,
                1,
                "{\"order\":\"48213\",\"note\":\"" + note + "\"}",
                AT));
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve("returns-2026-11-17.csv"));
    }

    @Test
    void writesOneFilePerDayOfTheZone() throws IOException {
        drop().send(parcel(1, "large"), "folder");
        drop().send(parcel(2, "small, please"), "folder");
        assertThat(lines())
                .containsExactly(
                        HEADER,
                        "m-1,2026-11-17T00:30:00+01:00,item.created,item-1,1,48213,large",
                        "m-2,2026-11-17T00:30:00+01:00,item.created,item-2,1,48213,\"small, please\"");
    }

    @Test
    void letsNoValueBeTakenForAFormulaOrForALine() throws IOException {
        drop().send(parcel(1, "=HYPERLINK(1)"), "folder");
        drop().send(parcel(2, "two\\nlines"), "folder");
        assertThat(lines().get(1)).endsWith(",'=HYPERLINK(1)");
        assertThat(lines().get(2)).endsWith(",two lines");
    }

    @Test
    void cutsOffWhatACrashLeftHalfWritten() throws IOException {
        drop().send(parcel(1, "large"), "folder");
        Files.writeString(folder.resolve("returns-2026-11-17.csv"), "m-2,2026-11-1", StandardOpenOption.APPEND);
        drop().send(parcel(2, "small"), "folder");
        assertThat(lines()).hasSize(3).last().asString().startsWith("m-2,2026-11-17T00:30:00");
    }

    @Test
    void losesNoLineWhenManyWriteAtOnce() throws IOException {
        FileDrop drop = drop();
        IntStream.range(0, 200).parallel().forEach(number -> drop.send(parcel(number, "x"), "folder"));
        assertThat(lines()).hasSize(201).startsWith(HEADER).allMatch(line -> line.split(",", -1).length == 7);
    }

    @Test
    void triesAgainWhenTheFolderCannotBeWritten() throws IOException {
        Path taken = Files.createFile(folder.resolve("taken"));
        FileDrop drop = new FileDrop("returns", taken, List.of(), ZoneId.of("UTC"));
        assertThat(drop.send(parcel(1, "x"), "folder")).isInstanceOf(Outcome.Later.class);
    }
}
