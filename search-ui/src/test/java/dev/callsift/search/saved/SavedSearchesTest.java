package dev.callsift.search.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.callsift.pipeline.index.CallIndex;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Transcripts;
import dev.callsift.search.CallSearch;
import dev.callsift.search.SearchRequest.Order;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Saved searches and their alerts, over a real index; run on each database that callsift supports. */
abstract class SavedSearchesTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final String CANCELS = id("cancels.wav");
    private static final String ASKS = id("asks.wav");

    @TempDir
    private Path folder;

    private Instant now = NOON;
    private final List<AlertMessage> messages = new ArrayList<>();
    private JdbcClient database;
    private SavedSearches searches;
    private Alerts alerts;
    private CallSearch search;
    private NewCallAlerts listener;

    abstract DataSource database();

    static DataSource migrated(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return database;
    }

    @BeforeEach
    void open() {
        database = JdbcClient.create(database());
        searches = new SavedSearches(database, () -> now);
        alerts = new Alerts(database, () -> now);
        search = new CallSearch(folder, Duration.ZERO);
        listener = new NewCallAlerts(search, searches, alerts, messages::add, () -> now);
        put("cancels.wav", """
                agent: how can i help
                customer: i want to cancel my order it is late
                """);
        put("asks.wav", """
                agent: how can i help
                customer: where is my parcel
                """);
    }

    @AfterEach
    void close() {
        search.close();
    }

    private void put(String key, String lines) {
        Transcript transcript = Transcripts.of(key, lines);
        try (CallIndex index = CallIndex.open(folder)) {
            index.upsert(transcript, CallTags.none(transcript.id()));
            index.commit();
        }
    }

    private static String id(String key) {
        return new RecordingKey(key).id();
    }

    private List<String> raised() {
        return alerts.list(0, 100).stream()
                .map(alert -> alert.search().name() + " " + alert.callId())
                .toList();
    }

    @Test
    void keepsASearchWithAllThatBelongsToIt() {
        SavedSearch kept = searches.create("  Late   parcels ", " late OR parcel ", Order.LONGEST, true);
        assertThat(searches.all())
                .containsExactly(kept)
                .containsExactly(
                        new SavedSearch(kept.id(), "Late parcels", "late OR parcel", Order.LONGEST, true, NOON));
        assertThat(searches.find(kept.id())).contains(kept);
    }

    @Test
    void listsByNameWithoutRegardToCapitals() {
        Stream.of("beta", "Alpha", "Gamma").forEach(name -> searches.create(name, "late", null, false));
        assertThat(searches.all()).extracting(SavedSearch::name).containsExactly("Alpha", "beta", "Gamma");
    }

    @Test
    void refusesANameThatIsTakenAndLeavesTheOther() {
        searches.create("Late", "late", null, false);
        SavedSearch other = searches.create("Parcels", "parcel", null, false);
        assertThatExceptionOfType(SavedSearchRefusedException.class)
                .isThrownBy(() -> searches.create("LATE", "parcel", null, false))
                .withMessageContaining("“LATE” already");
        assertThatExceptionOfType(SavedSearchRefusedException.class)
                .isThrownBy(() -> searches.change(other.id(), "late", false));
        assertThat(searches.find(other.id())).contains(other);
    }

    @Test
    void changesOnlyTheCapitalsOfAName() {
        SavedSearch kept = searches.create("late", "late", null, false);
        assertThat(searches.change(kept.id(), "Late", true)).isTrue();
        assertThat(searches.find(kept.id())).map(SavedSearch::name).contains("Late");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u0007"})
    void refusesANameThatSaysNothing(String name) {
        assertThatExceptionOfType(SavedSearchRefusedException.class)
                .isThrownBy(() -> searches.create(name, "late", null, false));
    }

    @Test
    void refusesWhatIsTooLongOrCouldNeverFindACall() {
        assertThatExceptionOfType(SavedSearchRefusedException.class)
                .isThrownBy(() -> searches.create("n".repeat(81), "late", null, false))
                .withMessageContaining("81 characters");
        assertThatExceptionOfType(SavedSearchRefusedException.class)
                .isThrownBy(() -> searches.create("long", "late ".repeat(201), null, false))
                .withMessageContaining("1004 characters");
        assertThatExceptionOfType(SavedSearchRefusedException.class)
                .isThrownBy(() -> searches.create("none", " ", null, false))
                .withMessageContaining("search for something first");
        assertThatExceptionOfType(SavedSearchRefusedException.class)
                .isThrownBy(() -> searches.create("none", "*", null, false))
                .withMessageContaining("never find a call");
        assertThat(searches.all()).isEmpty();
    }

    @Test
    void findsANameByTheBeginningOfAnyOfItsWords() {
        Stream.of("Late parcels", "Parcel lost", "Translate").forEach(name -> searches.create(name, "a", null, false));
        assertThat(searches.named("parc", 5))
                .extracting(SavedSearch::name)
                .containsExactly("Late parcels", "Parcel lost");
        assertThat(searches.named("LATE", 5)).extracting(SavedSearch::name).containsExactly("Late parcels");
        assertThat(searches.named("late p", 5)).hasSize(1);
        assertThat(searches.named("parc", 1)).hasSize(1);
        assertThat(searches.named(" ", 5)).isEmpty();
    }

    @Test
    void anAlertIsRaisedForEachSearchThatSurelyMatchesANewCall() {
        searches.create("cancelled", "customer:cancel", null, true);
        searches.create("in order", "agent:help then customer:late within 30s", null, true);
        searches.create("by the agent", "agent:cancel", null, true);
        searches.create("silent", "cancel", null, false);
        searches.create("sounds alike", "\"ware is my parcel\"", null, true);
        listener.indexed(List.of(CANCELS, ASKS));
        assertThat(raised()).containsExactlyInAnyOrder("cancelled " + CANCELS, "in order " + CANCELS);
    }

    @Test
    void onlyTheCallsToldOfRaiseAlerts() {
        searches.create("help", "help", null, true);
        listener.indexed(List.of(ASKS));
        assertThat(raised()).containsExactly("help " + ASKS);
    }

    @Test
    void noCallRaisesTwoAlertsOfOneSearch() {
        searches.create("cancelled", "cancel", null, true);
        listener.indexed(List.of(CANCELS));
        alerts.see(searches.all().getFirst().id(), CANCELS);
        listener.indexed(List.of(CANCELS));
        listener.indexed(List.of(ASKS, CANCELS));
        assertThat(raised()).hasSize(1);
        assertThat(alerts.unseen()).isZero();
        assertThat(messages).hasSize(1);
    }

    @Test
    void aMessageSaysWhichSearchFoundWhichCall() {
        SavedSearch kept = searches.create("cancelled", "cancel", null, true);
        listener.indexed(List.of(CANCELS));
        AlertMessage message = messages.getFirst();
        assertThat(message.subjectId()).isEqualTo(Long.toString(kept.id()));
        assertThat(message.at()).isEqualTo(NOON);
        JsonNode payload = JsonMapper.shared().readTree(message.payloadJson());
        assertThat(payload.get("name").asString()).isEqualTo("cancelled");
        assertThat(payload.get("query").asString()).isEqualTo("cancel");
        assertThat(payload.get("callId").asString()).isEqualTo(CANCELS);
        assertThat(payload.get("path").asString()).isEqualTo("/calls/" + CANCELS);
        assertThat(payload.get("raisedAt").asString()).isEqualTo("2026-11-23T12:00:00Z");
    }

    @Test
    void alertsNobodyHasSeenComeFirstAndTheNewestOfThem() {
        SavedSearch help = searches.create("help", "help", null, true);
        listener.indexed(List.of(CANCELS));
        now = NOON.plusSeconds(60);
        listener.indexed(List.of(ASKS));
        assertThat(alerts.list(0, 10)).extracting(Alert::callId).containsExactly(ASKS, CANCELS);
        alerts.see(help.id(), ASKS);
        assertThat(alerts.list(0, 10)).extracting(Alert::callId).containsExactly(CANCELS, ASKS);
        assertThat(alerts.list(1, 1)).extracting(Alert::callId).containsExactly(ASKS);
        assertThat(alerts.list(1, 1).getFirst().seenAt()).isEqualTo(now);
        assertThat(alerts.unseenBySearch()).containsExactly(java.util.Map.entry(help.id(), 1L));
    }

    @Test
    void whatWasRaisedAfterThePageWasMadeStaysUnseen() {
        searches.create("help", "help", null, true);
        listener.indexed(List.of(CANCELS));
        now = NOON.plusSeconds(60);
        listener.indexed(List.of(ASKS));
        alerts.seeAll(NOON);
        assertThat(alerts.unseen()).isEqualTo(1);
        assertThat(alerts.list(0, 1)).extracting(Alert::callId).containsExactly(ASKS);
    }

    @Test
    void aDeletedSearchTakesItsAlertsAlong() {
        SavedSearch help = searches.create("help", "help", null, true);
        listener.indexed(List.of(CANCELS, ASKS));
        assertThat(alerts.count()).isEqualTo(2);
        assertThat(searches.delete(help.id())).isTrue();
        assertThat(searches.delete(help.id())).isFalse();
        assertThat(alerts.count()).isZero();
    }

    @Test
    void aSearchThatNoLongerAlertsRaisesNone() {
        SavedSearch help = searches.create("help", "help", null, true);
        searches.change(help.id(), "help", false);
        listener.indexed(List.of(CANCELS));
        assertThat(alerts.count()).isZero();
        assertThat(searches.hold(help)).isFalse();
    }

    @Test
    void aCallThatIsNotInTheIndexRaisesNone() {
        searches.create("all", "-nothing", null, true);
        listener.indexed(List.of(id("elsewhere.wav")));
        assertThat(alerts.count()).isZero();
    }
}
