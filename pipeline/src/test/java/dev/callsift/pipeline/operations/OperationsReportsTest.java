package dev.callsift.pipeline.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** On both databases; see its subclasses. */
abstract class OperationsReportsTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T00:00:00Z");
    private static final Instant NEXT_MONDAY = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant ENDED = Instant.parse("2026-11-18T10:00:00Z");

    private JdbcClient database;
    private OperationsReports reports;
    private int items;

    /** An empty one. */
    abstract DataSource database();

    @BeforeEach
    void open() {
        database = JdbcClient.create(database());
        reports = new OperationsReports(database);
        database.sql(
                        "insert into customer_order (plain_number, number, dispatch_cutoff, updated_at) values ('CS1', 'CS-1', ?, ?)")
                .param(ENDED.plusSeconds(3_600).atOffset(ZoneOffset.UTC))
                .param(ENDED.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void countsNothingInAnEmptyPeriod() {
        OperationsReport report = report();

        assertThat(report.total().asked()).isZero();
        assertThat(report.total().toSeen().median()).isNull();
        assertThat(report.types()).isEmpty();
        assertThat(report.teams()).isEmpty();
    }

    @Test
    void tellsWhatWasDoneInTimeFromWhatWasNotAndFromWhatNobodyKnows() {
        item("modify.size", ItemState.DONE, "CS1", 60, 3_600);
        item("modify.size", ItemState.DONE, "CS1", 60, 3_601);
        item("modify.size", ItemState.DONE, null, 60, 9_000);
        item("modify.size", ItemState.TOO_LATE, "CS1", 60, 9_000);

        OperationsReport.Row total = report().total();
        assertThat(total.asked()).isEqualTo(4);
        assertThat(total.done()).isEqualTo(3);
        assertThat(total.doneInTime()).isEqualTo(1);
        assertThat(total.doneLate()).isEqualTo(1);
        assertThat(total.tooLate()).isEqualTo(1);
    }

    @Test
    void measuresFromTheCallsEnd() {
        for (int tenth = 0; tenth <= 10; tenth++) {
            item("modify.size", ItemState.DONE, null, tenth * 10, tenth * 100);
        }
        item("modify.size", ItemState.NEW, null, null, null);

        OperationsReport.Row total = report().total();
        assertThat(total.seen()).isEqualTo(11);
        assertThat(total.open()).isEqualTo(1);
        assertThat(total.toSeen().median()).isEqualTo(Duration.ofSeconds(50));
        assertThat(total.toSeen().p90()).isEqualTo(Duration.ofSeconds(90));
        assertThat(total.toDone().median()).isEqualTo(Duration.ofSeconds(500));
        assertThat(total.toDone().p90()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void groupsByTypeAndByTeam() {
        team(item("modify.size", ItemState.NEW, null, null, null), "warehouse");
        team(item("modify.size", ItemState.REFUSED, null, 1, 2), "warehouse");
        item("modify.address", ItemState.NEW, null, null, null);

        assertThat(report().types())
                .extracting(OperationsReport.Row::name, OperationsReport.Row::asked)
                .containsExactly(tuple("modify.size", 2L), tuple("modify.address", 1L));
        assertThat(report().teams())
                .extracting(OperationsReport.Row::name, OperationsReport.Row::refused)
                .containsExactly(tuple("warehouse", 1L), tuple(null, 0L));
    }

    @Test
    void countsRefusedChangesOnCallsThatEndedInACancellation() {
        cancelled(item("modify.size", ItemState.NEW, null, null, null), "refused");
        cancelled(item("modify.size", ItemState.NEW, null, null, null), "done");
        cancelled(item("cancel.requested", ItemState.NEW, null, null, null), "refused");

        assertThat(report().total().refusedAndCancelled()).isEqualTo(1);
    }

    @Test
    void leavesOutWhatIsNoRequestWhatIsWithdrawnAndWhatIsOfAnotherWeek() {
        item("modify.size", ItemState.NOT_A_REQUEST, null, 5, 5);
        item("modify.size", ItemState.WITHDRAWN, null, null, 5);
        item("modify.size", ItemState.NEW, null, null, null);

        assertThat(report().total().asked()).isEqualTo(1);
        assertThat(report().total().seen()).isZero();
        assertThat(report().total().notRequests()).isEqualTo(1);
        assertThat(reports.of(NEXT_MONDAY, NEXT_MONDAY.plusSeconds(1)).total().asked())
                .isZero();
    }

    @Test
    void refusesAPeriodThatEndsBeforeItBegins() {
        assertThatThrownBy(() -> reports.of(NEXT_MONDAY, MONDAY)).isInstanceOf(IllegalArgumentException.class);
    }

    private OperationsReport report() {
        return reports.of(MONDAY, NEXT_MONDAY);
    }

    private int item(
            String type, ItemState state, @Nullable String order, @Nullable Integer seen, @Nullable Integer closed) {
        items++;
        database.sql(
                        "insert into work_item (id, call_id, type, state, version, order_number, words, answer, confidence,"
                                + " start_ms, end_ms, call_ended_at, created_at, seen_at, closed_at, changed_at)"
                                + " values (?, ?, ?, ?, 1, ?, 'words', 'none', 0.9, 0, 1, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        1_000 + items,
                        String.format(Locale.ROOT, "%016x", items),
                        type,
                        state.name(),
                        order,
                        after(0),
                        after(0),
                        after(seen),
                        after(closed),
                        after(0)))
                .update();
        return 1_000 + items;
    }

    private static @Nullable Object after(@Nullable Integer seconds) {
        return seconds == null ? null : ENDED.plusSeconds(seconds).atOffset(ZoneOffset.UTC);
    }

    private void team(int id, String team) {
        database.sql("update work_item set team = ? where id = ?")
                .param(team)
                .param(id)
                .update();
    }

    private void cancelled(int id, String answer) {
        database.sql("update work_item set call_cancelled = true, answer = ? where id = ?")
                .param(answer)
                .param(id)
                .update();
    }
}
