package dev.callsift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.job.OutboxApplication;
import dev.callsift.pipeline.outbox.Outbox;
import dev.callsift.pipeline.outbox.OutboxMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code callsift outbox} as it is typed. */
final class OutboxCommandTest {

    private static final Instant AT = Instant.parse("2026-11-16T09:30:00Z");

    @TempDir
    private Path folder;

    private CommandRun run(String subcommand, String... more) {
        return CommandRun.of(Stream.concat(
                        Stream.of(
                                "outbox",
                                subcommand,
                                "--home",
                                folder.resolve("home").toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private void add(String channel) {
        try (ConfigurableApplicationContext context =
                ConfigurationOptions.withoutFile(folder.resolve("home")).start(OutboxApplication.class)) {
            context.getBean(Outbox.class)
                    .add(new OutboxMessage("item.created", "item-1", channel, "{\"order\":\"48213\"}", AT));
        }
    }

    private String drop() {
        return "callsift.channels.drop.folder=" + folder.resolve("drop");
    }

    @Test
    void deliversThroughAConfiguredChannel() throws IOException {
        add("drop");
        CommandRun delivered = run("deliver", "--set", "callsift.channels.drop.type=file", "--set", drop());
        assertThat(delivered.err()).isEmpty();
        assertThat(delivered.out()).contains("0 messages are still to be delivered, 0 are dead");
        assertThat(Files.readString(folder.resolve("drop").resolve("drop-2026-11-16.csv")))
                .contains("item.created,item-1,1,\"{\"\"order\"\":\"\"48213\"\"}\"");
    }

    @Test
    void listsPutsBackAndGivesUpWhatIsDead() {
        add("misspelled");
        run("deliver", "--set", "callsift.channels.drop.type=file", "--set", drop());
        assertThat(run("list").out())
                .contains("dead       1")
                .contains(
                        "1  dead  item.created item-1 to misspelled, 0 failed attempts: there is no channel of this name");
        assertThat(run("redeliver", "1").out()).contains("1: put back");
        assertThat(run("redeliver", "1").exitCode()).isEqualTo(ExitCode.FAILED);
        run("deliver", "--set", "callsift.channels.drop.type=file", "--set", drop());
        assertThat(run("discard", "1").out()).contains("1: discarded");
        assertThat(run("redeliver").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void recordsAndSendsNothingWithoutAChannel() {
        add("drop");
        run("deliver");
        assertThat(run("list", "--state", "recorded").out()).contains("dry run: no channel is configured");
    }

    @Test
    void previewsAChannel() {
        CommandRun preview = run(
                "preview",
                "drop",
                "--set",
                "callsift.channels.drop.type=file",
                "--set",
                drop(),
                "--topic",
                "search.alert");
        assertThat(preview.out()).contains("id,at,topic,subject,sequence,data", "search.alert,example-1");
        assertThat(run("preview", "none").exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void tellsAllThatIsWrongWithChannelsAndShowsNoSecret() {
        CommandRun refused = run(
                "list",
                "--set",
                "callsift.channels.oms.type=webhook",
                "--set",
                "callsift.channels.oms.secrets=hush-hush",
                "--set",
                "callsift.channels.oms.secrett=hush-hush",
                "--set",
                "callsift.outbox.attempts=0");
        assertThat(refused.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(refused.err())
                .contains("callsift.channels.oms.secrett", "callsift.channels.oms.url is not set")
                .contains("callsift.channels.oms.secrets[0]", "callsift.outbox.attempts is '0'")
                .doesNotContain("hush-hush");
    }
}
