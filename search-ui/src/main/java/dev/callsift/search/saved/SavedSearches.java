package dev.callsift.search.saved;

import dev.callsift.search.SearchRequest.Order;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The saved searches. Thread-safe; takes part in the caller's transaction where there is one. */
public final class SavedSearches {

    private final JdbcClient database;
    private final InstantSource clock;

    public SavedSearches(JdbcClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @throws SavedSearchRefusedException when the name or the query will not do, or the name is taken */
    public SavedSearch create(String name, String query, @Nullable Order order, boolean alerts) {
        String accepted = SavedSearchRules.name(name);
        try {
            database.sql("insert into saved_search (name, name_key, query, sort_order, alerts, created_at)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .param(accepted)
                    .param(key(accepted))
                    .param(SavedSearchRules.query(query))
                    .param(order == null ? null : order.name())
                    .param(alerts)
                    .param(clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException e) {
            throw SavedSearchRules.taken(accepted);
        }
        return database.sql("select * from saved_search where name_key = ?")
                .param(key(accepted))
                .query(SavedSearches::read)
                .single();
    }

    /**
     * Gives a search another name, and says whether it raises alerts from now on.
     *
     * @return false when there is no such search
     * @throws SavedSearchRefusedException when the name will not do, or is taken
     */
    public boolean change(long id, String name, boolean alerts) {
        String accepted = SavedSearchRules.name(name);
        try {
            return database.sql("update saved_search set name = ?, name_key = ?, alerts = ? where id = ?")
                            .params(accepted, key(accepted), alerts, id)
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            throw SavedSearchRules.taken(accepted);
        }
    }

    /**
     * Removes a search and the alerts it has raised.
     *
     * @return false when there is no such search
     */
    public boolean delete(long id) {
        return database.sql("delete from saved_search where id = ?").param(id).update() == 1;
    }

    public Optional<SavedSearch> find(long id) {
        return database.sql("select * from saved_search where id = ?")
                .param(id)
                .query(SavedSearches::read)
                .optional();
    }

    /** By name. */
    public List<SavedSearch> all() {
        return database.sql("select * from saved_search order by name_key")
                .query(SavedSearches::read)
                .list();
    }

    /** Those that raise alerts. */
    List<SavedSearch> alerting() {
        return database.sql("select * from saved_search where alerts = true order by id")
                .query(SavedSearches::read)
                .list();
    }

    /** Keeps an alerting search from being changed or deleted until the caller's transaction ends; false when it is too late. */
    boolean hold(SavedSearch search) {
        return database.sql("select id from saved_search where id = ? and alerts = true for update")
                .param(search.id())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Those with a word in their name that begins as typed, by name. */
    public List<SavedSearch> named(String typed, int most) {
        String start = key(typed.strip());
        return start.isEmpty()
                ? List.of()
                : all().stream()
                        .filter(search -> hasWordsBeginning(key(search.name()), start))
                        .limit(most)
                        .toList();
    }

    private static boolean hasWordsBeginning(String name, String start) {
        int at = name.indexOf(start);
        while (at > 0 && Character.isLetterOrDigit(name.charAt(at - 1))) {
            at = name.indexOf(start, at + 1);
        }
        return at >= 0;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static SavedSearch read(ResultSet row, int number) throws SQLException {
        String order = row.getString("sort_order");
        return new SavedSearch(
                row.getLong("id"),
                row.getString("name"),
                row.getString("query"),
                order == null ? null : Order.valueOf(order),
                row.getBoolean("alerts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
