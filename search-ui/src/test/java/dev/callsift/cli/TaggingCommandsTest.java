package dev.callsift.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.models.category.LanguageModels;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that tag, as they are typed. */
final class TaggingCommandsTest {

    private static final String OWN = """
            extends: en
            codes:
              - code: topic.gift-wrap
                title: Gift wrapping
                definition: The customer asks for gift wrapping.
                colour: "#112233"
                owner: Warehouse
                rules:
                  - name: asks
                    match: "gift (wrap | paper)"
                    yes: can you gift wrap it
                    no: it is a gift
            """;

    private final JsonMapper json = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }

    private static CommandRun tag(String input, String... options) {
        InputStream terminal = System.in;
        try {
            System.setIn(new ByteArrayInputStream(input.getBytes(UTF_8)));
            String[] command = new String[options.length + 1];
            command[0] = "tag";
            System.arraycopy(options, 0, command, 1, options.length);
            return CommandRun.of(command);
        } finally {
            System.setIn(terminal);
        }
    }

    private static void assertRefused(CommandRun run, int exitCode, String... parts) {
        assertThat(run.err()).startsWith("callsift: ").contains(parts).doesNotContain("Exception");
        assertThat(run.exitCode()).isEqualTo(exitCode);
    }

    @Test
    void showsTagsWithSpeakerAndSecondAndWhatIsToBeChanged() {
        CommandRun run = tag("""
                agent: how can i help
                customer: please change the size from medium to extra large
                agent: i have changed it for you
                """);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .containsPattern("modify.size +0\\.\\d\\d")
                .containsPattern("\\d\\.\\d s +customer +\"change the size\"")
                .contains("to be changed", "m (medium) -> xl (extra large), agent: done")
                .containsPattern("taxonomy en-1\\+[0-9a-f]{12}, language models [0-9a-f]{12}");
    }

    @Test
    void printsTheTagsDocument() {
        CommandRun run = tag("customer: please change the size from medium to extra large", "--json");
        JsonNode tags = json.readTree(run.out());
        assertThat(tags.at("/modifications/0/to/normalized").asString()).isEqualTo("xl");
        assertThat(tags.at("/models").asString())
                .isEqualTo(LanguageModels.english().version());
    }

    @Test
    void tagsWithATaxonomyOfOnesOwn() throws IOException {
        String own = file("own.yaml", OWN);
        assertThat(tag("customer: can you gift wrap it").out()).startsWith("no tags");
        assertThat(tag("customer: can you gift wrap it", "--taxonomy", own).out())
                .contains("topic.gift-wrap", "\"gift wrap\"");
        String config = file("callsift.yaml", "callsift:\n  tagging:\n    taxonomy: " + own + "\n");
        assertThat(tag("customer: can you gift wrap it", "--config", config).out())
                .contains("topic.gift-wrap");
    }

    @Test
    void refusesATaxonomyWithAllThatIsWrongWithIt() throws IOException {
        String wrong =
                file("own.yaml", OWN.replace("it is a gift", "gift paper").replace("wrap it\n", "send it\n"));
        assertRefused(
                tag("customer: hello", "--taxonomy", wrong),
                ExitCode.CONFIGURATION,
                "2 problem(s)",
                "own.yaml:11: topic.gift-wrap/asks does not match 'can you gift send it'",
                "own.yaml:12: topic.gift-wrap/asks matches 'gift paper'");
        assertRefused(
                tag("customer: hello", "--taxonomy", folder.resolve("none.yaml").toString()),
                ExitCode.CONFIGURATION,
                "callsift.tagging.taxonomy",
                "none.yaml");
    }

    @Test
    void refusesEmptyInput() {
        assertRefused(tag(" \n"), ExitCode.USAGE, "standard input is empty");
    }

    @Test
    void evaluatesAsJsonAndFailsBelowTheLeastF1() throws IOException {
        String labelled = file("labelled.jsonl", """
                {"text": "i want to cancel my order", "tags": ["cancel.requested"]}
                {"text": "my dog is called sam", "tags": ["cancel.requested"]}
                """);
        CommandRun run = CommandRun.of("evaluate", "tags", labelled, "--json", "--show-errors", "--min-f1", "0.9");
        JsonNode scores = json.readTree(run.out());
        assertThat(scores.at("/micro/found").asInt()).isEqualTo(1);
        assertThat(scores.at("/errors/0/what").asString()).isEqualTo("cancel.requested");
        assertThat(run.err()).contains("below 0.9");
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void refusesLabelsItDoesNotUnderstand() throws IOException {
        assertRefused(
                CommandRun.of("evaluate", "tags", file("wrong.jsonl", "{\"turns\": 1}\n{\"text\": \"x\"}\n")),
                ExitCode.USAGE,
                "wrong.jsonl:1",
                "wrong.jsonl:2: 'tags' is missing");
        assertRefused(CommandRun.of("evaluate", "tags", folder.toString()), ExitCode.USAGE, "cannot be read");
        assertRefused(
                CommandRun.of("evaluate", "tags", file("one.jsonl", "{}"), "--min-f1", "2"),
                ExitCode.USAGE,
                "--min-f1");
    }

    private CommandRun retag(String... options) {
        String[] command = new String[options.length + 5];
        command[0] = "retag";
        command[1] = "--home";
        command[2] = folder.resolve("home").toString();
        command[3] = "--set";
        command[4] = "callsift.recording.source=" + folder;
        System.arraycopy(options, 0, command, 5, options.length);
        return CommandRun.of(command);
    }

    @Test
    void findsNothingToTagAgainWhereNothingWasDone() {
        CommandRun dry = retag("--dry-run");
        assertThat(dry.exitCode()).as(dry.err()).isZero();
        assertThat(dry.out()).contains("0 calls compared", "nothing was changed");
        CommandRun run = retag("--json");
        assertThat(run.exitCode()).isZero();
        assertThat(json.readTree(run.out()).at("/replaced").asInt(-1)).isZero();
        assertRefused(retag("--examples", "-1"), ExitCode.USAGE, "--examples");
    }

    @Test
    void measuresWhatTaggingCosts() {
        CommandRun run = CommandRun.of(
                "bench",
                "tags",
                "--seconds",
                "1",
                "--truth",
                Path.of("..", "pipeline", "demo", "truth").toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .containsPattern("utterances per second of one core: [\\d,]+ \\(target at least 2,000\\)")
                .containsPattern("words and rules alone: taxonomy en-1\\+[0-9a-f]{12}, language models [0-9a-f]{12}\n")
                .containsPattern("with the call encoder: .*, language models [0-9a-f]{12}\\+[0-9a-f]{12}")
                .containsPattern("memory more than before: -?[\\d.]+ MB of heap, the process [\\d.]+ MB");
        assertRefused(CommandRun.of("bench", "tags", "--seconds", "0"), ExitCode.USAGE, "--seconds");
    }
}
