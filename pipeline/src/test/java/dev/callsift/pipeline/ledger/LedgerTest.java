package dev.callsift.pipeline.ledger;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.recording.QuarantineReason;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.recording.RecordingObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The facts of the ledger, on each database it is made for. */
abstract class LedgerTest {

    private static final long RUN = 7;
    private static final Instant NOW = Instant.parse("2026-11-16T09:30:00.123456Z");
    private static final TranscriptionFacts FACTS = new TranscriptionFacts(
            Duration.ofSeconds(60),
            Duration.ofSeconds(120),
            Duration.ofSeconds(50),
            Duration.ofSeconds(4),
            Duration.ofSeconds(3),
            Duration.ofMillis(90),
            "demo-en-8k",
            "a".repeat(64));

    private Ledger ledger;

    /** An empty, migrated database. */
    abstract DataSource database();

    @BeforeEach
    void open() {
        DataSource database = database();
        ledger =
                new Ledger(JdbcClient.create(database), new JdbcTransactionManager(database), InstantSource.fixed(NOW));
    }

    @Test
    void addsWhatIsNewAndLeavesWhatIsKnown() {
        assertThat(ledger.discover(List.of(object("a.wav", "1"), object("b.wav", "1")), RUN))
                .isEqualTo(new Discovery(2, 0, 0));
        assertThat(ledger.discover(List.of(object("a.wav", "1"), object("c.wav", "1")), RUN))
                .isEqualTo(new Discovery(1, 0, 1));
        assertThat(ledger.counts()).containsEntry(RecordingState.DISCOVERED, 3L);
    }

    @Test
    void takesTheSameObjectTwiceInOnePageOnce() {
        assertThat(ledger.discover(List.of(object("a.wav", "1"), object("a.wav", "1")), RUN))
                .isEqualTo(new Discovery(1, 0, 1));
    }

    @Test
    void startsAChangedObjectAgain() {
        LedgerEntry entry = discovered("a.wav", "1");
        ledger.transcribed(entry, FACTS, RUN);

        assertThat(ledger.discover(List.of(object("a.wav", "2")), RUN)).isEqualTo(new Discovery(0, 1, 0));

        LedgerEntry changed = find("a.wav");
        assertThat(changed.state()).isEqualTo(RecordingState.DISCOVERED);
        assertThat(changed.recording().etag()).isEqualTo("2");
        assertThat(changed.facts()).isNull();
        assertThat(changed.sequence()).isEqualTo(entry.sequence());
    }

    @Test
    void keepsKeysOfAnyCharacters() {
        String key = "übung 😀/../a\nb 'c'; drop table recording; --.wav";
        discovered(key, "1");
        assertThat(find(key).key()).isEqualTo(new RecordingKey(key));
    }

    @Test
    void movesARecordingThroughItsStates() {
        LedgerEntry entry = discovered("a.wav", "1");
        assertThat(ledger.transcribed(entry, FACTS, RUN)).isTrue();
        assertThat(find("a.wav").facts()).isEqualTo(FACTS);
        assertThat(ledger.tagged(entry, "en-1", RUN)).isTrue();
        assertThat(ledger.indexed(entry, RUN)).isTrue();
        assertThat(find("a.wav").state()).isEqualTo(RecordingState.INDEXED);
        assertThat(find("a.wav").changedAt()).isEqualTo(NOW);
    }

    @Test
    void refusesAMoveFromAnotherStateOrVersion() {
        LedgerEntry entry = discovered("a.wav", "1");
        assertThat(ledger.indexed(entry, RUN)).isFalse();
        ledger.discover(List.of(object("a.wav", "2")), RUN);
        assertThat(ledger.transcribed(entry, FACTS, RUN)).isFalse();
        assertThat(find("a.wav").state()).isEqualTo(RecordingState.DISCOVERED);
    }

    @Test
    void holdsARecordingBackAndPutsItBack() {
        LedgerEntry entry = discovered("a.wav", "1");
        ledger.quarantine(entry, QuarantineReason.BROKEN, "ends after 1.2 s of 60.0 s", RUN);
        assertThat(find("a.wav").quarantine())
                .isEqualTo(new Quarantine(QuarantineReason.BROKEN, "ends after 1.2 s of 60.0 s", NOW));

        assertThat(ledger.retry(entry.key())).isTrue();
        assertThat(ledger.retry(entry.key())).isFalse();
        assertThat(find("a.wav").state()).isEqualTo(RecordingState.DISCOVERED);
        assertThat(find("a.wav").quarantine()).isNull();
    }

    @Test
    void putsBackAllOrThoseOfOneReason() {
        ledger.quarantine(discovered("a.wav", "1"), QuarantineReason.BROKEN, "x", RUN);
        ledger.quarantine(discovered("b.wav", "1"), QuarantineReason.NO_SPEECH, "x", RUN);
        ledger.quarantine(discovered("c.wav", "1"), QuarantineReason.NO_SPEECH, "x", RUN);
        assertThat(ledger.retryAll(QuarantineReason.NO_SPEECH)).isEqualTo(2);
        assertThat(ledger.retryAll(null)).isEqualTo(1);
    }

    @Test
    void shortensADetailThatIsTooLong() {
        ledger.quarantine(discovered("a.wav", "1"), QuarantineReason.BROKEN, "x".repeat(9_000), RUN);
        Quarantine quarantine =
                requireNonNull(ledger.quarantined(RUN).getFirst().quarantine());
        assertThat(quarantine.detail()).hasSize(4_000).endsWith("…");
    }

    @Test
    void countsACallThatIsTaggedAgainAsNotIndexedUntilItIs() {
        LedgerEntry entry = discovered("a.wav", "1");
        ledger.transcribed(entry, FACTS, RUN);
        assertThat(ledger.taggedAgain(entry, "en-2")).as("not tagged yet").isFalse();
        ledger.tagged(entry, "en-1", RUN);
        ledger.indexed(entry, RUN);

        assertThat(ledger.taggedAgain(entry, "en-2")).isTrue();
        assertThat(find("a.wav").state()).isEqualTo(RecordingState.TAGGED);
        assertThat(ledger.taggedAgain(entry, "en-2"))
                .as("interrupted and begun again")
                .isTrue();
        assertThat(ledger.indexedAgain(entry)).isTrue();
        assertThat(find("a.wav").state()).isEqualTo(RecordingState.INDEXED);
        assertThat(ledger.indexedAgain(entry)).isFalse();
    }

    @Test
    void doesNotTagAgainWhatHasChangedMeanwhile() {
        LedgerEntry entry = discovered("a.wav", "1");
        ledger.transcribed(entry, FACTS, RUN);
        ledger.tagged(entry, "en-1", RUN);
        ledger.discover(List.of(object("a.wav", "2")), RUN);

        assertThat(ledger.taggedAgain(entry, "en-2")).isFalse();
        assertThat(find("a.wav").state()).isEqualTo(RecordingState.DISCOVERED);
    }

    @Test
    void letsOneRecordingClaimAContent() {
        LedgerEntry first = discovered("a.wav", "1");
        LedgerEntry second = discovered("b.wav", "1");
        String content = "b".repeat(64);
        assertThat(ledger.claimContent(first, content)).isEmpty();
        assertThat(ledger.claimContent(first, content)).isEmpty();
        assertThat(ledger.claimContent(second, content)).isEqualTo(Optional.of(first.key()));

        ledger.quarantine(first, QuarantineReason.BROKEN, "x", RUN);
        assertThat(ledger.claimContent(second, content)).isEmpty();
    }

    @Test
    void readsRowsInTheirOrderPageByPage() {
        for (String key : List.of("a", "b", "c", "d", "e")) {
            discovered(key, "1");
        }
        List<LedgerEntry> page = ledger.next(RecordingState.DISCOVERED, Long.MIN_VALUE, 2);
        List<LedgerEntry> next =
                ledger.next(RecordingState.DISCOVERED, page.getLast().sequence(), 10);
        assertThat(page).extracting(entry -> entry.key().value()).containsExactly("a", "b");
        assertThat(next).extracting(entry -> entry.key().value()).containsExactly("c", "d", "e");
    }

    @Test
    void countsEveryState() {
        assertThat(ledger.counts())
                .hasSize(RecordingState.values().length)
                .allSatisfy((state, count) -> assertThat(count).isZero());
        LedgerEntry entry = discovered("a.wav", "1");
        ledger.transcribed(entry, FACTS, RUN);
        assertThat(ledger.counts())
                .containsAllEntriesOf(Map.of(RecordingState.TRANSCRIBED, 1L, RecordingState.DISCOVERED, 0L));
        assertThat(ledger.transcribedSince(NOW)).hasSize(1);
        assertThat(ledger.transcribedSince(NOW.plusMillis(1))).isEmpty();
    }

    @Test
    void countsAttempts() {
        LedgerEntry entry = discovered("a.wav", "1");
        ledger.attempt(entry);
        ledger.attempt(entry);
        assertThat(find("a.wav").attempts()).isEqualTo(2);
    }

    private LedgerEntry discovered(String key, String etag) {
        ledger.discover(List.of(object(key, etag)), RUN);
        return find(key);
    }

    private LedgerEntry find(String key) {
        return ledger.find(new RecordingKey(key)).orElseThrow();
    }

    private static RecordingObject object(String key, String etag) {
        return new RecordingObject(new RecordingKey(key), etag, 1_234, Instant.parse("2026-11-09T10:15:00Z"));
    }
}
