package dev.callsift.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsift.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decisions on both databases. */
final class DecisionsTest {

    private static final ReviewWeek WEEK = ReviewWeek.parse("2026-W46").orElseThrow();
    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-18T10:00:00Z"));

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
        TestDatabase.migrated(server.getPostgresDatabase());
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    static Stream<JdbcClient> databases() {
        JdbcClient postgres = JdbcClient.create(server.getPostgresDatabase());
        postgres.sql("truncate table review_decision").update();
        return Stream.of(new TestDatabase().client(), postgres);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void comeBackEveryWeekUntilTheyAreDone(JdbcClient database) {
        Decisions decisions = new Decisions(database, CLOCK);
        decisions.add(WEEK, " Ask the courier for earlier pickups ", "Noor", FRIDAY);
        Decision decided = decisions.of(WEEK).getFirst();
        assertThat(decided.text()).isEqualTo("Ask the courier for earlier pickups");
        assertThat(decided.until()).isEqualTo(FRIDAY);
        assertThat(decided.at()).isEqualTo(CLOCK.instant());
        assertThat(decisions.of(WEEK.plus(1))).containsExactly(decided);
        assertThat(decisions.of(WEEK.plus(9))).containsExactly(decided);
        assertThat(decisions.of(WEEK.plus(-1))).isEmpty();
        assertThat(decisions.done(decided.id(), true)).isTrue();
        // done on the Wednesday of week 47: that week still shows it, the next one no more
        assertThat(decisions.of(WEEK.plus(1)).getFirst().done()).isTrue();
        assertThat(decisions.of(WEEK.plus(2))).isEmpty();
        assertThat(decisions.of(WEEK)).hasSize(1);
        assertThat(decisions.done(decided.id(), false)).isTrue();
        assertThat(decisions.of(WEEK.plus(2))).containsExactly(decided);
        assertThat(decisions.done(-1, true)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void refusesWhatIsNotWhole(JdbcClient database) {
        Decisions decisions = new Decisions(database, CLOCK);
        assertThatThrownBy(() -> decisions.add(WEEK, " ", "", null))
                .hasMessageContainingAll("what is to be done", "who sees to it", "until which");
        assertThat(Decision.problems(WEEK, "x".repeat(1_001), "Noor", FRIDAY)).hasSize(1);
        assertThat(Decision.problems(WEEK, "x", "Noor", WEEK.monday().minusDays(1)))
                .hasSize(1);
        assertThat(decisions.of(WEEK)).isEqualTo(List.of());
    }
}
