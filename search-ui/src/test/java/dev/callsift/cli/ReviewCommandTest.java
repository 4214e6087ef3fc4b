package dev.callsift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.index.CallIndex;
import dev.callsift.pipeline.metadata.CallMetadata;
import dev.callsift.pipeline.metadata.Direction;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.Evidence;
import dev.callsift.pipeline.tagging.Tag;
import dev.callsift.pipeline.transcript.Confidence;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Transcripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code callsift review} as a scheduler calls it. */
final class ReviewCommandTest {

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void indexOneCall() {
        out = folder.resolve("out/reviews");
        Transcript transcript = Transcripts.of(
                "a.wav",
                new CallMetadata(
                        null, OffsetDateTime.parse("2026-11-10T09:30:00Z"), "Priya", null, Direction.INBOUND, null),
                "customer: it is too expensive for me");
        Evidence evidence = new Evidence(0, 3, 3, 1_500, 1_900, "expensive", "rule:x/y", new Confidence(0.9));
        Tag price = new Tag("reason.price", new Confidence(0.9), List.of(evidence));
        try (CallIndex index = CallIndex.open(folder.resolve("home/index"))) {
            index.upsert(transcript, new CallTags(1, transcript.id(), "en-1 none", "m1", List.of(price), List.of()));
            index.commit();
        }
    }

    private CommandRun review(String... more) {
        String[] all = new String[more.length + 5];
        all[0] = "review";
        all[1] = "--home";
        all[2] = folder.resolve("home").toString();
        all[3] = "--out";
        all[4] = out.toString();
        System.arraycopy(more, 0, all, 5, more.length);
        return CommandRun.of(all);
    }

    private String written(String file) throws IOException {
        return Files.readString(out.resolve(file));
    }

    private String pdf(String file) throws IOException {
        try (PDDocument document = Loader.loadPDF(out.resolve(file).toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void writesThePack() throws IOException {
        CommandRun run = review("--week", "2026-W46", "--server", "https://calls.example/");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("review-2026-W46.html", "review-2026-W46-reasons.csv", "review-2026-W46.json");
        assertThat(written("review-2026-W46.html"))
                .contains("Too expensive", "it is too expensive for me", "href=\"review.css\"")
                .contains("https://calls.example/calls/", "?t=1.5")
                .doesNotContain("href=\"/", "src=\"/");
        assertThat(pdf("review-2026-W46.pdf"))
                .contains("Too expensive", "it is too expensive for me", "100 %", "Page 1 of");
        assertThat(written("review-2026-W46-reasons.csv")).contains("2026-W46,reason.price,1,1,1.000000,");
        assertThat(written("review-2026-W46-evidence.csv")).contains("https://calls.example/calls/");
        JsonNode json = JsonMapper.builder().build().readTree(written("review-2026-W46.json"));
        assertThat(json.at("/review/reasons/0/code").asString()).isEqualTo("reason.price");
        assertThat(json.at("/review/headline/calls").asInt()).isEqualTo(1);
        assertThat(out.resolve("review.css")).exists();
        assertThat(out.resolve("callsift.css")).exists();
    }

    @Test
    void saysThatAWeekHasNoCalls() throws IOException {
        CommandRun run = review("--week", "2026-W40");
        assertThat(run.exitCode()).isEqualTo(ExitCode.INCOMPLETE);
        assertThat(run.err()).contains("2026-W40: no call of this week is in the index");
        assertThat(written("review-2026-W40.html")).contains("No calls of 2026-W40");
        assertThat(pdf("review-2026-W40.pdf")).contains("No calls of 2026-W40");
    }

    @Test
    void saysThatTheIndexIsDamaged() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("home/index"))) {
            Path segments = files.filter(file -> file.getFileName().toString().startsWith("segments_"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(segments, "not an index");
        }
        CommandRun run = review("--week", "2026-W46");
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).startsWith("callsift: ").contains("callsift reindex");
    }

    @Test
    void refusesWhatIsNoWeek() {
        CommandRun run = review("--week", "2025-W53");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--week 2025-W53 is not an ISO week");
        assertThat(out).doesNotExist();
    }

    @Test
    void saysThatAFolderCannotBeWritten() throws IOException {
        Files.createDirectories(out.getParent());
        Files.writeString(out, "a file");
        CommandRun run = review("--week", "2026-W46");
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains(out + ": the review cannot be written", "--out")
                .doesNotContain("Exception");
    }
}
