package dev.callsift.pipeline.ledger;

import dev.callsift.pipeline.recording.QuarantineReason;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.recording.RecordingObject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The recording ledger. Rows are moved only from the state and the ETag they were read in: a move that comes too late, because
 * the object changed meanwhile, does nothing and says so.
 *
 * <p>Thread-safe. Takes part in the caller's transaction where there is one, but for {@link #claimContent}.
 */
public final class Ledger {

    private final JdbcClient database;
    private final TransactionTemplate ownTransaction;
    private final InstantSource clock;

    public Ledger(JdbcClient database, PlatformTransactionManager transactions, InstantSource clock) {
        this.database = database;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** Takes a page of a listing: adds what is new, starts again what changed, leaves the rest. */
    public Discovery discover(List<RecordingObject> listed, long run) {
        if (listed.isEmpty()) {
            return Discovery.NONE;
        }
        Map<String, String> knownTags = knownTags(listed);
        long added = 0;
        long changed = 0;
        for (RecordingObject recording : listed) {
            String tag = knownTags.put(recording.key().id(), recording.etag());
            if (tag == null) {
                add(recording, run);
                added++;
            } else if (!tag.equals(recording.etag())) {
                restart(recording, run);
                changed++;
            }
        }
        return new Discovery(added, changed, listed.size() - added - changed);
    }

    /** The next rows in a state, in the order they are to be done, after a sequence number. */
    public List<LedgerEntry> next(RecordingState state, long afterSequence, int limit) {
        return database.sql("select * from recording where state = ? and sequence > ? order by sequence limit ?")
                .params(state.name(), afterSequence, limit)
                .query(LedgerRows::entry)
                .list();
    }

    public long count(RecordingState state) {
        return database.sql("select count(*) from recording where state = ?")
                .param(state.name())
                .query(Long.class)
                .single();
    }

    /** How many recordings are in each state; every state is present. */
    public Map<RecordingState, Long> counts() {
        Map<RecordingState, Long> counts = new EnumMap<>(RecordingState.class);
        for (RecordingState state : RecordingState.values()) {
            counts.put(state, 0L);
        }
        database.sql("select state, count(*) from recording group by state").query(row -> {
            counts.put(RecordingState.valueOf(row.getString(1)), row.getLong(2));
        });
        return counts;
    }

    public Optional<LedgerEntry> find(RecordingKey key) {
        return findById(key.id());
    }

    public Optional<LedgerEntry> findById(String callId) {
        return database.sql("select * from recording where call_id = ?")
                .param(callId)
                .query(LedgerRows::entry)
                .optional();
    }

    /** Rows transcribed at or after a moment, in order; for a run's report. */
    public List<LedgerEntry> transcribedSince(Instant moment) {
        return database.sql("select * from recording where transcribed_at >= ? order by sequence")
                .param(moment.atOffset(ZoneOffset.UTC))
                .query(LedgerRows::entry)
                .list();
    }

    /** Rows held back, the longest held first; all of them, or those of one run. */
    public List<LedgerEntry> quarantined(@Nullable Long run) {
        String condition = run == null ? "" : "and run_id = " + run;
        return database.sql("select * from recording where state = 'QUARANTINED' " + condition
                        + " order by quarantined_at, sequence")
                .query(LedgerRows::entry)
                .list();
    }

    /** Notes that transcribing a recording begins. */
    public void attempt(LedgerEntry entry) {
        ownTransaction.executeWithoutResult(
                status -> database.sql("update recording set attempts = attempts + 1 where call_id = ?")
                        .param(entry.id())
                        .update());
    }

    /**
     * Claims a content for a recording, at once and for good, so that the same content under two keys is one call.
     *
     * @return the recording that has claimed it before, or nothing when the claim holds
     */
    public Optional<RecordingKey> claimContent(LedgerEntry entry, String sha256) {
        try {
            ownTransaction.executeWithoutResult(
                    status -> database.sql("update recording set content_sha256 = ? where call_id = ?")
                            .params(sha256, entry.id())
                            .update());
            return Optional.empty();
        } catch (DuplicateKeyException e) {
            return database.sql("select recording_key from recording where content_sha256 = ?")
                    .param(sha256)
                    .query(String.class)
                    .optional()
                    .map(RecordingKey::new);
        }
    }

    public boolean transcribed(LedgerEntry entry, TranscriptionFacts facts, long run) {
        return database.sql("""
                        update recording set state = 'TRANSCRIBED', duration_ms = ?, channel_ms = ?, speech_ms = ?,
                          wall_ms = ?, recognizer_ms = ?, other_ms = ?, speech_model = ?, model_hash = ?, transcribed_at = ?, run_id = ?
                        where call_id = ? and etag = ? and state = 'DISCOVERED'""")
                        .params(
                                facts.duration().toMillis(),
                                facts.channelTime().toMillis(),
                                facts.speech().toMillis(),
                                facts.wall().toMillis(),
                                facts.recognizerCpu().toMillis(),
                                facts.otherCpu().toMillis(),
                                facts.speechModel(),
                                facts.modelHash(),
                                now(),
                                run,
                                entry.id(),
                                entry.recording().etag())
                        .update()
                == 1;
    }

    public boolean tagged(LedgerEntry entry, String taxonomy, long run) {
        return database.sql("update recording set state = 'TAGGED', taxonomy = ?, tagged_at = ?, run_id = ?"
                                + " where call_id = ? and etag = ? and state = 'TRANSCRIBED'")
                        .params(
                                taxonomy,
                                now(),
                                run,
                                entry.id(),
                                entry.recording().etag())
                        .update()
                == 1;
    }

    public boolean indexed(LedgerEntry entry, long run) {
        return database.sql("update recording set state = 'INDEXED', indexed_at = ?, run_id = ?"
                                + " where call_id = ? and etag = ? and state = 'TAGGED'")
                        .params(now(), run, entry.id(), entry.recording().etag())
                        .update()
                == 1;
    }

    /** The ids of those whose present version has never been indexed, in no particular order. */
    public List<String> neverIndexed(List<LedgerEntry> entries) {
        return entries.isEmpty()
                ? List.of()
                : database.sql("select call_id from recording where call_id in (:ids) and indexed_at is null")
                        .param("ids", entries.stream().map(LedgerEntry::id).toList())
                        .query(String.class)
                        .list();
    }

    /**
     * Notes that a call gets new tags without being transcribed again. It counts as not indexed until {@link #indexedAgain},
     * so that the next run puts right what is interrupted in between.
     */
    public boolean taggedAgain(LedgerEntry entry, String taxonomy) {
        return database.sql("update recording set state = 'TAGGED', taxonomy = ?, tagged_at = ?"
                                + " where call_id = ? and etag = ? and state in ('TAGGED', 'INDEXED')")
                        .params(taxonomy, now(), entry.id(), entry.recording().etag())
                        .update()
                == 1;
    }

    /** The end of what {@link #taggedAgain} began, outside a run. */
    public boolean indexedAgain(LedgerEntry entry) {
        return database.sql("update recording set state = 'INDEXED', indexed_at = ?"
                                + " where call_id = ? and etag = ? and state = 'TAGGED'")
                        .params(now(), entry.id(), entry.recording().etag())
                        .update()
                == 1;
    }

    /**
     * Puts a call back to before indexing, because what is to be indexed has changed; its tags stay. The row is touched where it
     * waits for indexing already, too: whoever indexes it at this moment waits for the caller's transaction, and can look again
     * at what that has written.
     *
     * @return whether the call had come that far
     */
    public boolean toIndexAgain(String callId) {
        return database.sql(
                                "update recording set state = 'TAGGED' where call_id = ? and state in ('TAGGED', 'INDEXED')")
                        .param(callId)
                        .update()
                == 1;
    }

    /**
     * Puts a call back to before tagging, because its transcript reads otherwise now.
     *
     * @return whether the call had come that far
     */
    public boolean toTagAgain(String callId) {
        return database.sql("update recording set state = 'TRANSCRIBED'"
                                + " where call_id = ? and state in ('TRANSCRIBED', 'TAGGED', 'INDEXED')")
                        .param(callId)
                        .update()
                == 1;
    }

    /** Holds a recording back and gives up its claim on the content. */
    public boolean quarantine(LedgerEntry entry, QuarantineReason reason, String detail, long run) {
        return database.sql(
                                "update recording set state = 'QUARANTINED', reason = ?, detail = ?, content_sha256 = null,"
                                        + " quarantined_at = ?, run_id = ? where call_id = ? and etag = ? and state <> 'INDEXED'")
                        .params(
                                reason.name(),
                                LedgerRows.shorten(detail),
                                now(),
                                run,
                                entry.id(),
                                entry.recording().etag())
                        .update()
                == 1;
    }

    /** Puts a quarantined recording back to the start. Does nothing, and says so, when there is none under this key. */
    public boolean retry(RecordingKey key) {
        return putBack("and call_id = ?", key.id()) == 1;
    }

    /** Puts all quarantined recordings back, or those held back for one reason. */
    public int retryAll(@Nullable QuarantineReason reason) {
        return reason == null ? putBack("") : putBack("and reason = ?", reason.name());
    }

    private int putBack(String condition, Object... parameters) {
        return database.sql("update recording set state = 'DISCOVERED', reason = null, detail = null,"
                        + " content_sha256 = null, quarantined_at = null where state = 'QUARANTINED' " + condition)
                .params(parameters)
                .update();
    }

    private Map<String, String> knownTags(List<RecordingObject> listed) {
        List<String> ids = new ArrayList<>(listed.size());
        listed.forEach(recording -> ids.add(recording.key().id()));
        Map<String, String> tags = new HashMap<>();
        database.sql("select call_id, etag from recording where call_id in (:ids)")
                .param("ids", ids)
                .query(row -> {
                    tags.put(row.getString(1), row.getString(2));
                });
        return tags;
    }

    private void add(RecordingObject recording, long run) {
        database.sql("insert into recording (call_id, recording_key, etag, size_bytes, last_modified, state, run_id,"
                        + " discovered_at) values (?, ?, ?, ?, ?, 'DISCOVERED', ?, ?)")
                .params(
                        recording.key().id(),
                        recording.key().value(),
                        recording.etag(),
                        recording.size(),
                        recording.lastModified().atOffset(ZoneOffset.UTC),
                        run,
                        now())
                .update();
    }

    private void restart(RecordingObject recording, long run) {
        database.sql("""
                update recording set etag = ?, size_bytes = ?, last_modified = ?, state = 'DISCOVERED', reason = null,
                  detail = null, attempts = 0, content_sha256 = null, duration_ms = null, channel_ms = null, speech_ms = null,
                  wall_ms = null, recognizer_ms = null, other_ms = null, speech_model = null, model_hash = null, taxonomy = null, run_id = ?,
                  discovered_at = ?, transcribed_at = null, tagged_at = null, indexed_at = null, quarantined_at = null
                where call_id = ?""")
                .params(
                        recording.etag(),
                        recording.size(),
                        recording.lastModified().atOffset(ZoneOffset.UTC),
                        run,
                        now(),
                        recording.key().id())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
