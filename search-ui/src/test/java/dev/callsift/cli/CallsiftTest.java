package dev.callsift.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a person at a terminal meets. */
final class CallsiftTest {

    @TempDir
    private Path folder;

    private String home() {
        return folder.resolve("home").toString();
    }

    private Path sourceFolder() throws IOException {
        return Files.createDirectories(folder.resolve("recordings"));
    }

    /** Said in one message, with nothing of Java about it. */
    private static void assertToldPlainly(CommandRun run, int exitCode, String... parts) {
        assertThat(run.err()).contains(parts);
        assertThat(run.err()).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(run.err().split("callsift: ", -1)).as(run.err()).hasSize(2);
        assertThat(run.exitCode()).isEqualTo(exitCode);
    }

    @TestFactory
    Stream<DynamicTest> everyCommandExplainsItself() {
        return commands("", Callsift.commandLine())
                .map(command -> DynamicTest.dynamicTest(
                        command, () -> explainsItself(command.strip().split(" "))));
    }

    private static Stream<String> commands(String before, CommandLine parent) {
        return parent.getSubcommands().entrySet().stream()
                .filter(command -> !command.getKey().equals("help"))
                .flatMap(command -> Stream.concat(
                        Stream.of(before + command.getKey()),
                        commands(before + command.getKey() + " ", command.getValue())));
    }

    private static void explainsItself(String... command) {
        CommandRun run = CommandRun.of(
                Stream.concat(Stream.of(command), Stream.of("--help")).toArray(String[]::new));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Usage: callsift " + String.join(" ", command));
        if (command.length == 1) {
            assertThat(run.out()).containsPattern("Examples?:").contains("  callsift " + command[0]);
        }
    }

    @Test
    void namesItsCommands() {
        CommandRun run = CommandRun.of("--help");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Examples:", "demo", "run", "serve", "status", "retry", "models");
    }

    @Test
    void asksForACommand() {
        CommandRun run = CommandRun.of();
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("Usage: callsift");
    }

    @Test
    void refusesAnOptionItDoesNotKnow() {
        CommandRun run = CommandRun.of("run", "--sauce", "/srv/recordings");
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("--sauce").contains("Usage: callsift run");
    }

    @Test
    void showsThatNothingHasBeenDoneYet() {
        CommandRun run = CommandRun.of("status", "--home", home());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("discovered", "quarantined").containsPattern("indexed +0");
    }

    @Test
    void putsBackOnlyWhatIsHeldBack() {
        CommandRun run = CommandRun.of("retry", "no/such.wav", "--home", home());
        assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("no/such.wav", "no recording with this key", "callsift status");
    }

    @Test
    void listsAllSettingsToCorrectAtOnce() {
        CommandRun run = CommandRun.of(
                "run",
                "--home",
                home(),
                "--threads",
                "0",
                "--set",
                "callsift.metadata.zone=Atlantis",
                "--set",
                "callsift.job.store-retries=-1",
                "--set",
                "callsift.recording.page-size=0");
        assertToldPlainly(
                run,
                ExitCode.CONFIGURATION,
                "callsift.recording.source is not set",
                "callsift.recording.page-size is '0'",
                "callsift.transcript.threads is '0'",
                "callsift.metadata.zone is 'Atlantis'",
                "callsift.job.store-retries is '-1'");
    }

    @Test
    void refusesASettingThatDoesNotExist() {
        CommandRun run = CommandRun.of("run", "--home", home(), "--set", "callsift.recording.sauce=x");
        assertToldPlainly(run, ExitCode.CONFIGURATION, "there is no setting callsift.recording.sauce");
    }

    @Test
    void refusesASectionThatDoesNotExist() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "callsift:\n  transcrpt:\n    threads: 2\n");
        CommandRun run = CommandRun.of("status", "--home", home(), "--config", file.toString());
        assertToldPlainly(
                run, ExitCode.CONFIGURATION, "there is no setting callsift.transcrpt.threads", "mine.yaml", "3:14");
    }

    @Test
    void saysWhatAMalformedValueMustBe() {
        assertToldPlainly(
                CommandRun.of("run", "--home", home(), "--set", "callsift.transcript.threads=abc"),
                ExitCode.CONFIGURATION,
                "callsift.transcript.threads is 'abc'; it must be a whole number");
        assertToldPlainly(
                CommandRun.of("run", "--home", home(), "--set", "callsift.recording.timeout=soon"),
                ExitCode.CONFIGURATION,
                "callsift.recording.timeout is 'soon'; it must be a time such as 30s");
        assertToldPlainly(
                CommandRun.of("run", "--home", home(), "--set", "callsift.audio.channels[0].order=loudest-first"),
                ExitCode.CONFIGURATION,
                "callsift.audio.channels[0].order is 'loudest-first'; it must be one of agent-first, customer-first");
    }

    @Test
    void saysWhichChannelRuleContradictsItself() {
        CommandRun run = CommandRun.of("run", "--home", home(), "--set", "callsift.audio.channels[0].agent=0");
        assertToldPlainly(run, ExitCode.CONFIGURATION, "callsift.audio.channels", "give either order");
    }

    @Test
    void saysWhereInTheConfigurationFileASettingIsWrong() throws IOException {
        Path file = Files.writeString(folder.resolve("callsift.yaml"), """
                callsift:
                  transcript:
                    threads: several
                """);
        assertToldPlainly(
                CommandRun.of("run", "--home", home(), "--config", file.toString()),
                ExitCode.CONFIGURATION,
                "callsift.transcript.threads is 'several'",
                "callsift.yaml",
                "3:14");
    }

    @Test
    void refusesAConfigurationFileThatIsNoYaml() throws IOException {
        Path file = Files.writeString(folder.resolve("callsift.yaml"), "callsift: [\n");
        assertToldPlainly(
                CommandRun.of("run", "--home", home(), "--config", file.toString()),
                ExitCode.CONFIGURATION,
                "not valid YAML",
                "line");
    }

    @Test
    void refusesAConfigurationFileThatIsNotThere() {
        CommandRun run =
                CommandRun.of("run", "--config", folder.resolve("no.yaml").toString());
        assertToldPlainly(run, ExitCode.CONFIGURATION, "no.yaml", "check the path");
    }

    @Test
    void refusesAConfigurationFileOfAnotherKind() throws IOException {
        Path file = Files.writeString(folder.resolve("callsift.conf"), "callsift:\n");
        CommandRun run = CommandRun.of("run", "--config", file.toString());
        assertToldPlainly(run, ExitCode.CONFIGURATION, "callsift.conf", ".yaml, .yml, .properties");
    }

    @Test
    void refusesASourceFolderThatIsNotThere() {
        CommandRun run = CommandRun.of(
                "run", "--home", home(), "--source", folder.resolve("nowhere").toString());
        assertToldPlainly(run, ExitCode.CONFIGURATION, "nowhere");
    }

    @Test
    void advisesWhereTheModelIsMissing() throws IOException {
        CommandRun run = CommandRun.of(
                "run", "--home", home(), "--source", sourceFolder().toString(), "--model", "no-such-model");
        assertToldPlainly(run, ExitCode.CONFIGURATION, "no-such-model", "callsift models");
    }

    @Test
    void saysWhichStoreDoesNotAnswer() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String endpoint = "http://127.0.0.1:" + deaf.getLocalPort();
            deaf.close();
            CommandRun run = CommandRun.of(
                    "run",
                    "--home",
                    home(),
                    "--source",
                    "s3://calls",
                    "--set",
                    "callsift.recording.endpoint=" + endpoint,
                    "--set",
                    "callsift.recording.access-key=key",
                    "--set",
                    "callsift.recording.secret-key=secret",
                    "--set",
                    "callsift.job.store-retries=0");
            assertToldPlainly(run, ExitCode.FAILED, "calls", endpoint);
        }
    }

    @Test
    void saysThatThePortIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            CommandRun run = CommandRun.of(
                    "serve", "--home", home(), "--source", sourceFolder().toString(), "--port", port);
            assertToldPlainly(run, ExitCode.CONFIGURATION, "port " + port + " is in use", "--port");
        }
    }

    @Test
    void saysWhyTheDatabaseCannotBeUsed() {
        CommandRun run = CommandRun.of(
                "status", "--home", home(), "--set", "spring.datasource.url=jdbc:postgresql://127.0.0.1:1/callsift");
        assertToldPlainly(run, ExitCode.FAILED, "the database cannot be used", "spring.datasource.url");
    }

    @Test
    void tagsAConversationTypedIn() {
        InputStream terminal = System.in;
        try {
            System.setIn(new ByteArrayInputStream(
                    "agent: how can i help\ncustomer: i want to cancel my order because it is two weeks late\n"
                            .getBytes(UTF_8)));
            CommandRun run = CommandRun.of("tag");
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).contains("cancel.requested", "want to cancel");
        } finally {
            System.setIn(terminal);
        }
    }

    @Test
    void refusesATranscriptThatIsNone() {
        InputStream terminal = System.in;
        try {
            System.setIn(new ByteArrayInputStream("{\"a\": 1}".getBytes(UTF_8)));
            assertToldPlainly(CommandRun.of("tag"), ExitCode.FAILED, "schemaVersion");
        } finally {
            System.setIn(terminal);
        }
    }

    @Test
    void evaluatesTagsOnLabelledLines() throws IOException {
        Path file = Files.writeString(
                folder.resolve("labelled.jsonl"),
                "{\"text\": \"i want to cancel my order\", \"tags\": [\"cancel.requested\"]}\n");
        CommandRun run = CommandRun.of("evaluate", "tags", file.toString(), "--min-f1", "0.99");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("cancel.requested", "1.00");
    }

    @Test
    void findsTheBundledModel() {
        CommandRun run = CommandRun.of("models", "path", "demo-en-8k", "--cache", folder.toString());
        assertThat(run.exitCode()).isZero();
        assertThat(Path.of(run.out().strip())).isDirectory();
    }

    @Test
    void listsTheBundledModelWithoutANetwork() {
        CommandRun run = CommandRun.of(
                "models", "list", "--cache", folder.toString(), "--list-url", "http://127.0.0.1:1/model-list.json");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("demo-en-8k", "bundled");
        assertThat(run.err()).contains("127.0.0.1");
    }

    @Test
    void servesPagesOnAnyFreePort() throws IOException {
        Map<String, String> overrides = Map.of(
                "server.port", "0", "callsift.recording.source", sourceFolder().toString());
        try (Pages pages = Pages.serve(ConfigurationOptions.withoutFile(Path.of(home())), overrides)) {
            assertThat(pages.address()).matches("http://127\\.0\\.0\\.1:[1-9][0-9]*/");
        }
    }
}
