package dev.callsift.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What reviews decided, in the database. Thread-safe. */
public final class Decisions {

    private final JdbcClient database;
    private final InstantSource clock;

    public Decisions(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException with the {@link Decision#problems} there are */
    public void add(ReviewWeek week, String text, String owner, @Nullable LocalDate until) {
        List<String> problems = Decision.problems(week, text, owner, until);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(" ", problems));
        }
        database.sql(
                        "insert into review_decision (week, decision, owner, until_day, decided_at) values (?, ?, ?, ?, ?)")
                .params(week.name(), text.strip(), owner.strip(), Objects.requireNonNull(until), now())
                .update();
    }

    /**
     * What a week's review has before it: what it decided, and what earlier reviews decided and was not done when the week
     * began; the earliest day first.
     */
    public List<Decision> of(ReviewWeek week) {
        OffsetDateTime began = week.monday().atStartOfDay().atOffset(ZoneOffset.UTC);
        return database.sql("select * from review_decision where week = ?"
                        + " or (week < ? and (done_at is null or done_at >= ?)) order by until_day, id")
                .params(week.name(), week.name(), began)
                .query(Decisions::decision)
                .list();
    }

    /**
     * Notes that a decision is done, or that it is not after all.
     *
     * @return false when there is no such decision
     */
    public boolean done(long id, boolean done) {
        return database.sql("update review_decision set done_at = ? where id = ?")
                        .params(Arrays.asList(done ? now() : null, id))
                        .update()
                == 1;
    }

    private static Decision decision(ResultSet row, int number) throws SQLException {
        OffsetDateTime doneAt = row.getObject("done_at", OffsetDateTime.class);
        return new Decision(
                row.getLong("id"),
                ReviewWeek.parse(row.getString("week")).orElseThrow(),
                row.getString("decision"),
                row.getString("owner"),
                row.getObject("until_day", LocalDate.class),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                doneAt == null ? null : doneAt.toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
