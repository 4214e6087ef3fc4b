package dev.callsift.search.saved;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The alerts raised. Thread-safe; takes part in the caller's transaction where there is one. */
public final class Alerts {

    private final JdbcClient database;
    private final InstantSource clock;

    public Alerts(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return false when this search has raised one for this call before */
    boolean raise(SavedSearch search, String callId, Instant at) {
        return !raised(search, callId)
                && database.sql("insert into search_alert (saved_search_id, call_id, raised_at) values (?, ?, ?)")
                                .params(search.id(), callId, at.atOffset(ZoneOffset.UTC))
                                .update()
                        == 1;
    }

    /** An update that changes nothing, and not a query: H2 answers one from before what the same transaction wrote. */
    private boolean raised(SavedSearch search, String callId) {
        return database.sql("update search_alert set raised_at = raised_at where saved_search_id = ? and call_id = ?")
                        .params(search.id(), callId)
                        .update()
                > 0;
    }

    public long count() {
        return database.sql("select count(*) from search_alert")
                .query(Long.class)
                .single();
    }

    /** How many nobody has seen. */
    public long unseen() {
        return database.sql("select count(*) from search_alert where seen_at is null")
                .query(Long.class)
                .single();
    }

    /** How many nobody has seen, by the id of their search; searches without any are absent. */
    public Map<Long, Long> unseenBySearch() {
        Map<Long, Long> unseen = new HashMap<>();
        database.sql(
                        "select saved_search_id, count(*) from search_alert where seen_at is null group by saved_search_id")
                .query(row -> {
                    unseen.put(row.getLong(1), row.getLong(2));
                });
        return unseen;
    }

    /** Those nobody has seen first, the newest first among each. */
    public List<Alert> list(int offset, int limit) {
        return database.sql("select s.*, a.call_id, a.raised_at, a.seen_at from search_alert a"
                        + " join saved_search s on s.id = a.saved_search_id"
                        + " order by case when a.seen_at is null then 0 else 1 end, a.raised_at desc, a.call_id, s.id"
                        + " limit ? offset ?")
                .params(limit, offset)
                .query(Alerts::read)
                .list();
    }

    public void see(long searchId, String callId) {
        database.sql(
                        "update search_alert set seen_at = ? where saved_search_id = ? and call_id = ? and seen_at is null")
                .params(now(), searchId, callId)
                .update();
    }

    /**
     * Those raised later stay unseen: nobody who says so has had them before his eyes.
     *
     * @param until when the page was made that lists them
     */
    public void seeAll(Instant until) {
        database.sql("update search_alert set seen_at = ? where seen_at is null and raised_at <= ?")
                .params(now(), until.atOffset(ZoneOffset.UTC))
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Alert read(ResultSet row, int number) throws SQLException {
        OffsetDateTime seen = row.getObject("seen_at", OffsetDateTime.class);
        return new Alert(
                SavedSearches.read(row, number),
                row.getString("call_id"),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                seen == null ? null : seen.toInstant());
    }
}
