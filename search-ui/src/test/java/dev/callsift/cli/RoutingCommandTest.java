package dev.callsift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.models.language.Taxonomy;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.job.LedgerApplication;
import dev.callsift.pipeline.job.OperationsConfiguration;
import dev.callsift.pipeline.operations.WorkItems;
import dev.callsift.pipeline.tagging.PlainTurns;
import dev.callsift.pipeline.tagging.Tagger;
import dev.callsift.pipeline.transcript.Transcript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code callsift routing} as it is typed. */
final class RoutingCommandTest {

    @TempDir
    private Path folder;

    private CommandRun run(String... more) {
        return CommandRun.of(Stream.concat(
                        Stream.of("routing", "--home", folder.resolve("home").toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private void hear() {
        Transcript call = PlainTurns.transcript(
                "aaaaaaaaaaaaaaaa",
                PlainTurns.parse("customer: please change the size from medium to large", Speaker.CUSTOMER));
        try (ConfigurableApplicationContext context = ConfigurationOptions.withoutFile(folder.resolve("home"))
                .start(WebApplicationType.NONE, Map.of(), LedgerApplication.class, OperationsConfiguration.class)) {
            context.getBean(WorkItems.class)
                    .follow(call, Tagger.of(Taxonomy.english()).tag(call));
        }
    }

    private String rules(String text) throws IOException {
        return Files.writeString(folder.resolve("rules.yaml"), text).toString();
    }

    @Test
    void newRulesAreTriedOnItemsThatAreThere() throws IOException {
        hear();
        assertThat(run().out()).contains("1 item, 0 of which").containsPattern("Order desk +Order desk +owner of");

        String rules = rules("""
                callsift:
                  routing:
                    teams:
                      - name: tailors
                    rules:
                      - team: tailors
                        types: [modify.size]
                        orders: [unknown]
                """);
        CommandRun tried = run("--config", rules);
        assertThat(tried.err()).isEmpty();
        assertThat(tried.out())
                .contains("1 item, 1 of which")
                .containsPattern("Order desk +tailors \\* +rule 1: modify.size, order unknown");
        assertThat(run("--config", rules, "--json").out())
                .contains("\"rule\":1")
                .contains("\"team\":\"Order desk\"");
        assertThat(run("--week", "2020-W01").out()).contains("0 items");
    }

    @Test
    void everythingThatIsWrongWithTheRulesIsToldAtOnce() throws IOException {
        String rules = rules("""
                callsift:
                  routing:
                    teams:
                      - name: tailors
                        channel: pigeons
                    rules:
                      - team: sailors
                        regions: [Mars]
                """);
        CommandRun refused = run("--config", rules);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(refused.err())
                .contains("callsift.routing.teams[0].channel is 'pigeons'")
                .contains("callsift.routing.rules[0].team is 'sailors'")
                .contains("callsift.routing.rules[0].regions is 'Mars'");
    }

    @Test
    void aMisspelledConditionIsRefused() throws IOException {
        String rules = rules("""
                callsift:
                  routing:
                    rules:
                      - team: Order desk
                        typs: [modify.size]
                """);
        CommandRun refused = run("--config", rules);
        assertThat(refused.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(refused.err()).contains("typs");
    }

    @Test
    void whatIsNoPeriodIsRefused() {
        assertThat(run("--since", "0").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run("--week", "lately").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run("--since", "3", "--week", "2026-W46").exitCode()).isEqualTo(ExitCode.USAGE);
    }
}
