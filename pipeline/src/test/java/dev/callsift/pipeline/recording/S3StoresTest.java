package dev.callsift.pipeline.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsift.pipeline.recording.LeftOut.Cause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The stores over real S3 servers: MinIO's, where it is installed, and the embedded one. */
@ParameterizedClass
@MethodSource("servers")
class S3StoresTest {

    private static final byte[] SOUND = "sound".getBytes(StandardCharsets.UTF_8);

    private final S3Server server;

    @TempDir
    Path folder;

    private Path target;
    private String bucket;
    private final List<LeftOut> leftOut = new ArrayList<>();

    S3StoresTest(S3Server server) {
        this.server = server;
    }

    static Stream<S3Server> servers() {
        return S3Server.startAll();
    }

    @BeforeEach
    void makeBucket() {
        target = folder.resolve("fetched");
        bucket = server.newBucket();
    }

    @AfterEach
    void nothingHalfIsLeft() {
        assertThat(folder.resolve("fetched.part")).doesNotExist();
    }

    private RecordingStore open(String prefix) {
        return RecordingStores.open(server.settings("s3://" + bucket + prefix), InstantSource.system());
    }

    private RecordingStore openThrough(Wire wire) {
        return RecordingStores.open(S3Server.settings("s3://" + bucket, wire.endpoint()), InstantSource.system());
    }

    private void put(String key, String content) {
        server.put(bucket, key, content.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    private List<RecordingObject> list(RecordingStore store) {
        try (Stream<RecordingObject> objects = store.list(leftOut::add)) {
            return objects.toList();
        }
    }

    @Test
    void listsInOrderPageByPage() throws IOException {
        IntStream.range(0, 50).forEach(i -> put("calls/" + (1_000 + i) + ".wav", "sound " + i));
        put("calls/notes.txt", "text");
        put("calls/1001.wav.json", "{}");
        try (Wire wire = new Wire(server.endpoint());
                RecordingStore store = openThrough(wire);
                Stream<RecordingObject> objects = store.list(leftOut::add)) {
            var iterator = objects.iterator();
            assertThat(iterator.next().key().value()).isEqualTo("calls/1000.wav");
            assertThat(listings(wire)).isEqualTo(1);

            List<String> rest = new ArrayList<>();
            iterator.forEachRemaining(object -> rest.add(object.key().value()));
            assertThat(rest).hasSize(49).isSorted();
            assertThat(listings(wire)).isEqualTo(3);
        }
        assertThat(leftOut).singleElement().satisfies(left -> assertThat(left.cause())
                .isEqualTo(Cause.OTHER_TYPE));
    }

    private static long listings(Wire wire) {
        return wire.requests().stream()
                .filter(line -> line.contains("list-type=2"))
                .count();
    }

    @Test
    void readsNoBodiesToList() throws IOException {
        IntStream.range(0, 10).forEach(i -> put(i + ".wav", "sound"));
        try (Wire wire = new Wire(server.endpoint());
                RecordingStore store = openThrough(wire)) {
            assertThat(list(store)).hasSize(10);
            assertThat(store.bodiesRead()).isZero();
            assertThat(wire.requests()).noneMatch(line -> line.contains(".wav"));
        }
    }

    @Test
    void fetchesAnyKeyWithItsMetadataAndSidecar() {
        for (String key : List.of("two words.wav", "😀 ünï+%20&=?#.wav", "line\nbreak.wav", "deep/er/q-1-2.mp3")) {
            bucket = server.newBucket();
            server.put(bucket, key, SOUND, Map.of("Agent", "Ana", "call-id", "77"));
            put(key + ".json", "{\"agent\":\"Ana\"}");
            try (RecordingStore store = open("")) {
                RecordingObject object = list(store).getFirst();

                assertThat(object.key().value()).isEqualTo(key);
                assertThat(object.size()).isEqualTo(SOUND.length);
                assertThat(object.etag()).doesNotContain("\"");
                assertThat(store.fetch(object, target)).hasSize(64);
                assertThat(target).hasBinaryContent(SOUND);
                assertThat(store.userMetadata(object))
                        .containsEntry("agent", "Ana")
                        .containsEntry("call-id", "77");
                assertThat(store.sidecar(object)).contains("{\"agent\":\"Ana\"}");
            }
        }
    }

    @Test
    void hasNoSidecarWhereThereIsNone() {
        put("a.wav", "sound");
        try (RecordingStore store = open("")) {
            assertThat(store.sidecar(list(store).getFirst())).isEmpty();
        }
    }

    @Test
    void listsOnlyBelowItsPrefix() {
        put("calls/a.wav", "sound");
        put("calls-old/b.wav", "sound");
        try (RecordingStore store = open("/calls")) {
            assertThat(list(store)).extracting(object -> object.key().value()).containsExactly("calls/a.wav");
            assertThat(store.location()).isEqualTo("s3://" + bucket + "/calls/ at " + server.endpoint());
        }
    }

    @Test
    void refusesAnObjectReplacedSinceItWasListed() {
        put("a.wav", "sound");
        try (RecordingStore store = open("")) {
            RecordingObject object = list(store).getFirst();
            put("a.wav", "other");

            assertFault(QuarantineReason.CHANGED, () -> store.fetch(object, target));
            assertFault(QuarantineReason.CHANGED, () -> store.userMetadata(object));
            assertThat(target).doesNotExist();
            assertThat(list(store).getFirst().etag()).isNotEqualTo(object.etag());
        }
    }

    @Test
    void refusesAnObjectDeletedSinceItWasListed() {
        put("a.wav", "sound");
        try (RecordingStore store = open("")) {
            RecordingObject object = list(store).getFirst();
            server.remove(bucket, "a.wav");

            assertFault(QuarantineReason.GONE, () -> store.fetch(object, target));
            assertThat(target).doesNotExist();
        }
    }

    @Test
    void getsTheListedVersionOrNothingWhenItIsReplacedWhileItIsRead() throws IOException {
        byte[] first = "first ".repeat(300_000).getBytes(StandardCharsets.UTF_8);
        server.put(bucket, "a.wav", first, Map.of());
        try (Wire wire = new Wire(server.endpoint());
                RecordingStore store = openThrough(wire)) {
            RecordingObject object = list(store).getFirst();
            wire.during("a.wav", 100_000, () -> put("a.wav", "second"));
            try {
                store.fetch(object, target);
                assertThat(target).hasBinaryContent(first);
            } catch (RecordingFaultException | StoreUnavailableException refused) {
                assertThat(target).doesNotExist();
            }
        }
    }

    @Test
    void asksAgainLaterWhenTheConnectionIsCutInABody() throws IOException {
        server.put(bucket, "a.wav", new byte[2_000_000], Map.of());
        try (Wire wire = new Wire(server.endpoint());
                RecordingStore store = openThrough(wire)) {
            RecordingObject object = list(store).getFirst();
            wire.cutAfter("a.wav", 500_000);

            assertThatThrownBy(() -> store.fetch(object, target))
                    .isInstanceOf(StoreUnavailableException.class)
                    .hasMessageStartingWith("s3://" + bucket);
            assertThat(target).doesNotExist();

            store.fetch(object, target);
            assertThat(target).hasSize(2_000_000);
        }
    }

    @Test
    void isUnavailableWhenTheServerGoesAwayInAListing() throws IOException {
        IntStream.range(0, 30).forEach(i -> put((1_000 + i) + ".wav", "sound"));
        try (Wire wire = new Wire(server.endpoint());
                RecordingStore store = openThrough(wire);
                Stream<RecordingObject> objects = store.list()) {
            var iterator = objects.iterator();
            IntStream.range(0, 10).forEach(i -> iterator.next());
            wire.goAway();

            assertThatThrownBy(() -> iterator.forEachRemaining(object -> {}))
                    .isInstanceOf(StoreUnavailableException.class);
        }
    }

    @Test
    void doesNotAskForWhatIsTooLarge() {
        put("a.wav", "sound");
        try (RecordingStore store = open("")) {
            RecordingObject listed = list(store).getFirst();
            RecordingObject large =
                    new RecordingObject(listed.key(), listed.etag(), 10L * 1_024 * 1_024 + 1, listed.lastModified());

            assertFault(QuarantineReason.TOO_LARGE, () -> store.fetch(large, target));
            assertThat(store.bodiesRead()).isZero();
        }
    }

    @Test
    void refusesKeysThatHttpCannotName() {
        put("a.wav", "sound");
        try (RecordingStore store = open("")) {
            RecordingObject listed = list(store).getFirst();
            RecordingObject escaping = new RecordingObject(
                    new RecordingKey("x/../a.wav"), listed.etag(), listed.size(), listed.lastModified());

            assertFault(QuarantineReason.UNSAFE_KEY, () -> store.fetch(escaping, target));
            assertFault(QuarantineReason.UNSAFE_KEY, () -> store.userMetadata(escaping));
            assertFault(QuarantineReason.UNSAFE_KEY, () -> store.sidecar(escaping));
        }
    }

    @Test
    void leavesFreshObjectsForTheNextRunWhenToldTo() {
        put("a.wav", "sound");
        RecordingSettings defaults = server.settings("s3://" + bucket);
        RecordingSettings patient = new RecordingSettings(
                defaults.source(),
                null,
                defaults.endpoint(),
                defaults.region(),
                defaults.accessKey(),
                defaults.secretKey(),
                defaults.maxSize(),
                defaults.extensions(),
                defaults.pageSize(),
                Duration.ofHours(1),
                defaults.timeout());
        try (RecordingStore store = RecordingStores.open(patient, InstantSource.system())) {
            assertThat(list(store)).isEmpty();
            assertThat(leftOut).extracting(LeftOut::cause).containsExactly(Cause.STILL_WRITTEN);
        }
    }

    @Test
    void stopsWhereTheBucketIsMissing() {
        assertThatThrownBy(() -> RecordingStores.open(server.settings("s3://no-such-bucket"), InstantSource.system()))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("callsift.recording.source is 's3://no-such-bucket'")
                .hasMessageContaining("there is no bucket no-such-bucket at " + server.endpoint());
    }

    @Test
    void stopsWhereTheKeysAreWrong() {
        RecordingSettings right = server.settings("s3://" + bucket);
        RecordingSettings wrong = new RecordingSettings(
                right.source(),
                null,
                right.endpoint(),
                right.region(),
                right.accessKey(),
                "not the secret",
                right.maxSize(),
                right.extensions(),
                right.pageSize(),
                null,
                right.timeout());

        assertThatThrownBy(() -> RecordingStores.open(wrong, InstantSource.system()))
                .isInstanceOf(SettingsException.class)
                .hasMessageNotContaining("not the secret");
    }

    @Test
    void keepsDocuments() {
        try (DocumentStore store = RecordingStores.openDocuments(server.settings("s3://" + bucket + "/out"), folder)) {
            store.write("transcripts/b.json", SOUND);
            store.write("transcripts/a.json", new byte[0]);
            store.write("transcripts/b.json", "again".getBytes(StandardCharsets.UTF_8));
            store.write("tags/a.json", SOUND);

            assertThat(store.read("transcripts/b.json")).hasValue("again".getBytes(StandardCharsets.UTF_8));
            assertThat(store.read("transcripts/none.json")).isEmpty();
            try (Stream<String> names = store.list("transcripts/")) {
                assertThat(names).containsExactly("transcripts/a.json", "transcripts/b.json");
            }
            store.delete("transcripts/b.json");
            store.delete("transcripts/b.json");
            assertThat(store.read("transcripts/b.json")).isEmpty();
        }
    }

    @Test
    void isUnavailableWhereNobodyListens() throws IOException {
        String nobody = "http://127.0.0.1:" + S3Server.freePort();

        assertThatThrownBy(
                        () -> RecordingStores.open(S3Server.settings("s3://" + bucket, nobody), InstantSource.system()))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith("s3://" + bucket + " at " + nobody)
                .hasMessageEndingWith("reachable from here");
        assertThat(Files.exists(target)).isFalse();
    }

    private static void assertFault(QuarantineReason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(RecordingFaultException.class, fault -> assertThat(fault.reason())
                        .isEqualTo(reason));
    }

    @Test
    void findsThoseOfSomeKeysThatAreRecordings() {
        put("there.wav", "sound");
        put("notes.txt", "text");
        try (RecordingStore store = open("")) {
            List<RecordingObject> found = store.find(List.of(
                    new RecordingKey("there.wav"), new RecordingKey("gone.wav"), new RecordingKey("notes.txt")));

            // a listing tells the time in thousandths of a second, a look at one object in seconds
            assertThat(found)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("lastModified")
                    .isEqualTo(list(store));
        }
    }

    /** MinIO's server tells; others are listed now and then, which is all that is asked of them here. */
    @Test
    void tellsOfNewObjectsWhereTheServerDoes() throws Exception {
        var told = new LinkedBlockingQueue<RecordingKey>();
        try (RecordingStore store = open("/calls");
                AutoCloseable subscription = store.changes(told::add)) {
            assertThat(subscription).isNotNull();
            if (server.tellsOfNewObjects()) {
                RecordingKey key = null;
                for (int i = 0; i < 20 && key == null; i++) {
                    put("other/no.wav", "sound " + i);
                    put("calls/a b \u00fc.wav", "sound " + i);
                    key = told.poll(1, TimeUnit.SECONDS);
                }
                assertThat(key).isEqualTo(new RecordingKey("calls/a b \u00fc.wav"));
            } else {
                put("calls/a.wav", "sound");
                assertThat(list(store)).hasSize(1);
            }
        }
    }
}
