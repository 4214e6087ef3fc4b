package dev.callsift.models.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class FetchTest {

    private static final String NAME = "vosk-model-tiny-0.1";
    private static final String ARCHIVE = "/archives/" + NAME + ".zip";
    private static final Patience QUICK = new Patience(Duration.ofMillis(1500), 3, Duration.ofMillis(1));
    private static final Patience CALM = new Patience(Duration.ofSeconds(20), 3, Duration.ofMillis(1));

    private final byte[] archive = TinyModel.inFolders(3_000_000).zip(NAME);
    private final Progress progress = new Progress();

    @TempDir
    private Path cache;

    private ModelServer server;
    private URI list;

    @BeforeEach
    void start() throws IOException {
        server = new ModelServer();
        list = server.serveList(NAME, archive);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private SpeechModels models(Patience patience) {
        return new SpeechModels(
                cache,
                list,
                SpeechModels.defaultClient(),
                patience,
                UnpackLimits.STANDARD,
                new MemoryCheck(() -> ByteSize.GIB));
    }

    private SpeechModel fetch() {
        return models(CALM).fetch(NAME, progress);
    }

    private void assertNothingInstalled() {
        assertThat(new ModelCache(cache).names()).isEmpty();
        assertThat(cache.resolve(".incoming").resolve(NAME + ".new")).doesNotExist();
    }

    @Test
    void bringsAModelOfTheListWithProgress() {
        server.serve(ARCHIVE, archive);
        SpeechModel model = fetch();
        assertThat(model.name()).isEqualTo(NAME);
        assertThat(model.folder()).isEqualTo(cache.resolve(NAME));
        assertThat(model.sampleRate()).isEqualTo(16_000);
        assertThat(model.demonstration()).isFalse();
        assertThat(progress.done).isSorted().last().isEqualTo((long) archive.length);
        assertThat(progress.totals).containsOnly((long) archive.length);
        assertThat(models(CALM).open(NAME)).isEqualTo(model);
    }

    @Test
    void leavesOnlyTheModelAndTheListInTheCache() throws IOException {
        server.serve(ARCHIVE, archive);
        fetch();
        try (Stream<Path> left = Files.list(cache.resolve(".incoming"))) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly(NAME + ".lock");
        }
    }

    @Test
    void continuesWhereTheConnectionBroke() {
        server.serve(
                ARCHIVE, archive, ModelServer.cutAfter(1_000_000, progress), ModelServer.cutAfter(500_000, progress));
        fetch();
        List<ModelServer.Request> requests = server.requestsFor(ARCHIVE);
        String etag = '"' + TinyModel.md5(archive) + '"';
        assertThat(requests).hasSize(3);
        assertThat(requests.get(0).range()).isEmpty();
        assertThat(requests.get(1).range()).contains("bytes=1000000-");
        assertThat(requests.get(2).range()).contains("bytes=1500000-");
        assertThat(requests.get(2).ifRange()).contains(etag);
        assertThat(progress.notes)
                .filteredOn(note -> note.contains("trying again"))
                .hasSize(2);
    }

    @Test
    void continuesWithAnotherRunAfterGivingUp() {
        ModelServer.Behaviour broken = ModelServer.cutAfter(100_000, progress);
        server.serve(ARCHIVE, archive, broken, broken, broken);
        assertThatExceptionOfType(SpeechModelException.class)
                .isThrownBy(this::fetch)
                .withMessageContaining("failed 3 times")
                .withMessageContaining("run the command again");
        assertNothingInstalled();
        fetch();
        assertThat(server.requestsFor(ARCHIVE).getLast().range()).contains("bytes=300000-");
    }

    @Test
    void startsAgainWhenTheServerKnowsNoRanges() {
        server.serve(ARCHIVE, archive, ModelServer.cutAfter(1_000_000, progress), ModelServer.ignoringRange());
        fetch();
        assertThat(server.requestsFor(ARCHIVE)).hasSize(2);
        assertThat(models(CALM).open(NAME).name()).isEqualTo(NAME);
    }

    @Test
    void startsAgainWhenTheServerContinuesElsewhere() {
        ModelServer.Behaviour elsewhere = answer -> {
            answer.head(206, 10, "Content-Range: bytes 5-14/" + archive.length + "\r\n");
            answer.body(5, 15);
        };
        server.serve(ARCHIVE, archive, ModelServer.cutAfter(1_000_000, progress), elsewhere);
        fetch();
        assertThat(server.requestsFor(ARCHIVE).getLast().range()).isEmpty();
    }

    @Test
    void startsAgainWhenTheFileChangedMeanwhile() {
        byte[] older = TinyModel.inFolders(2_900_000).zip(NAME);
        ModelServer.Behaviour broken = ModelServer.cutAfter(100_000, progress);
        server.serve(ARCHIVE, older, broken, broken, broken);
        assertThatExceptionOfType(SpeechModelException.class)
                .isThrownBy(() -> models(CALM).fetch(NAME, progress));
        server.serve(ARCHIVE, archive);
        fetch();
        assertThat(server.requestsFor(ARCHIVE).getLast().ifRange()).contains('"' + TinyModel.md5(older) + '"');
        assertThat(models(CALM).open(NAME).name()).isEqualTo(NAME);
    }

    @Test
    void leavesAStalledConnectionAndContinues() {
        server.serve(ARCHIVE, archive, server.stallAfter(1_000_000));
        models(QUICK).fetch(NAME, progress);
        assertThat(progress.notes).anyMatch(note -> note.contains("no byte came"));
        assertThat(server.requestsFor(ARCHIVE).getLast().range()).isPresent();
    }

    @Test
    void leavesAServerThatNeverAnswers() {
        ModelServer.Behaviour silent = answer -> Thread.sleep(Duration.ofMinutes(10));
        server.serve(ARCHIVE, archive, silent);
        models(QUICK).fetch(NAME, progress);
        assertThat(progress.notes).anyMatch(note -> note.contains("no answer"));
    }

    @Test
    void staysWithASlowServerThatIsAlive() {
        Patience shorterThanTheWhole = new Patience(Duration.ofSeconds(2), 3, Duration.ofMillis(1));
        server.serve(ARCHIVE, archive, ModelServer.inPieces(25, 100));
        models(shorterThanTheWhole).fetch(NAME, progress);
        assertThat(server.requestsFor(ARCHIVE)).hasSize(1);
    }

    @Test
    void triesAgainWhenTheServerIsBusy() {
        server.serve(ARCHIVE, archive, ModelServer.status(503), ModelServer.status(429));
        fetch();
        assertThat(server.requestsFor(ARCHIVE)).hasSize(3);
    }

    @Test
    void stopsAtOnceWhenTheServerHasNoSuchFile() {
        assertThatExceptionOfType(SpeechModelException.class)
                .isThrownBy(this::fetch)
                .withMessageContaining("answered 404")
                .withMessageContaining("--from");
        assertThat(server.requestsFor(ARCHIVE)).hasSize(1);
    }

    @Test
    void refusesAWrongChecksumAndForgetsTheDownload() {
        byte[] forged = archive.clone();
        forged[archive.length / 2] ^= 1;
        server.serve(ARCHIVE, forged);
        assertThatExceptionOfType(SpeechModelException.class)
                .isThrownBy(this::fetch)
                .withMessageContaining(TinyModel.md5(archive))
                .withMessageContaining("nothing was installed");
        assertNothingInstalled();
        server.serve(ARCHIVE, archive);
        fetch();
        assertThat(server.requestsFor(ARCHIVE).getLast().range()).isEmpty();
    }

    @Test
    void refusesAnArchiveThatIsTruncatedOnTheServer() {
        server.serve(ARCHIVE, Arrays.copyOf(archive, archive.length - 1000));
        assertThatExceptionOfType(SpeechModelException.class)
                .isThrownBy(this::fetch)
                .withMessageContaining((archive.length - 1000) + " bytes long instead of " + archive.length);
        assertNothingInstalled();
    }

    @Test
    void stopsReadingWhatIsLongerThanTheListSays() {
        server.serve(ARCHIVE, Arrays.copyOf(archive, archive.length + 1_000_000));
        assertThatExceptionOfType(SpeechModelException.class)
                .isThrownBy(this::fetch)
                .withMessageContaining("longer than the " + archive.length);
        assertThat(cache.resolve(".incoming").resolve(NAME + ".zip.part")).doesNotExist();
    }

    @Test
    void keepsAVerifiedDownloadThatCouldNotBeInstalled() throws IOException {
        server.serve(ARCHIVE, archive);
        Path obstacle = Files.createFile(cache.resolve(NAME));
        assertThatExceptionOfType(SpeechModelException.class)
                .isThrownBy(this::fetch)
                .withMessageContaining("cannot be written");
        Files.delete(obstacle);
        fetch();
        assertThat(server.requestsFor(ARCHIVE)).hasSize(1);
    }

    @Test
    void saysThatTheServerIsOutOfReach() throws IOException {
        assertThat(models(CALM).list().warning()).isEmpty();
        server.close();
        assertThatExceptionOfType(SpeechModelException.class)
                .isThrownBy(this::fetch)
                .withMessageContaining("failed 3 times, last because of: no connection");
    }

    @Test
    void doesNotFetchWhatIsThere() {
        server.serve(ARCHIVE, archive);
        fetch();
        fetch();
        assertThat(server.requestsFor(ARCHIVE)).hasSize(1);
        assertThat(progress.notes).anyMatch(note -> note.contains("is there already"));
    }

    @Test
    void fetchesADamagedModelAgain() throws IOException {
        server.serve(ARCHIVE, archive);
        SpeechModel whole = fetch();
        Files.writeString(cache.resolve(NAME).resolve("conf/model.conf"), "--beam=1\n", StandardCharsets.UTF_8);
        assertThatExceptionOfType(SpeechModelException.class)
                .isThrownBy(() -> models(CALM).open(NAME))
                .withMessageContaining("fetch the model again");
        assertThat(fetch()).isEqualTo(whole);
        assertThat(models(CALM).open(NAME)).isEqualTo(whole);
    }

    @Test
    void twoFetchesAtOnceDownloadOnce() throws InterruptedException, ExecutionException {
        server.serve(ARCHIVE, archive, ModelServer.inPieces(10, 20));
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<SpeechModel> one = both.submit(this::fetch);
            Future<SpeechModel> other = both.submit(this::fetch);
            assertThat(one.get()).isEqualTo(other.get());
        }
        assertThat(server.requestsFor(ARCHIVE)).hasSize(1);
    }

    @Test
    void takesAnArchiveFromAFileAndVerifiesItAgainstTheList() throws IOException {
        Path file = Files.write(cache.resolve("from-a-stick.zip"), archive);
        assertThat(models(CALM).fetchFrom(NAME, file.toString(), progress).name())
                .isEqualTo(NAME);
        assertThat(server.requestsFor(ARCHIVE)).isEmpty();
        assertThat(progress.notes).noneMatch(note -> note.contains("not against the list"));
        assertThat(file).exists();
    }

    @Test
    void refusesAnArchiveFromAFileThatTheListKnowsOtherwise() throws IOException {
        Path file =
                Files.write(cache.resolve("older.zip"), TinyModel.inFolders(5).zip(NAME));
        assertThatExceptionOfType(SpeechModelException.class)
                .isThrownBy(() -> models(CALM).fetchFrom(NAME, file.toUri().toString(), progress))
                .withMessageContaining("instead of " + archive.length);
        assertThat(file).exists();
        assertNothingInstalled();
    }

    @Test
    void takesAnArchiveFromAMirrorWithoutAnyListAndSaysThatItIsUnverified() throws IOException {
        server.serve("/mirror/any.zip", archive, ModelServer.cutAfter(1_000_000, progress));
        list = URI.create("file:///nowhere/model-list.json");
        SpeechModel model =
                models(CALM).fetchFrom("our-own", server.uri("/mirror/any.zip").toString(), progress);
        assertThat(model.folder()).isEqualTo(cache.resolve("our-own"));
        assertThat(progress.totals).containsOnly((long) archive.length);
        assertThat(progress.notes)
                .anyMatch(note -> note.contains("/nowhere/model-list.json could not be read"))
                .anyMatch(note -> note.contains("not against the list"));
        assertThat(server.requestsFor("/mirror/any.zip").getLast().range()).contains("bytes=1000000-");
    }

    @Test
    void saysThatTheFileToTakeItFromIsMissing() {
        assertThatExceptionOfType(SpeechModelException.class)
                .isThrownBy(() -> models(CALM).fetchFrom(NAME, "nowhere.zip", progress))
                .withMessageContaining("nowhere.zip: no such file");
    }

    @Test
    void refusesAnArchiveWithoutAModel() throws IOException {
        byte[] noModel = TinyModel.inFolders(10).without("am/final.mdl").zip(NAME);
        Path file = Files.write(cache.resolve("x.zip"), noModel);
        assertThatExceptionOfType(SpeechModelException.class)
                .isThrownBy(() -> models(CALM).fetchFrom("our-own", file.toString(), progress))
                .withMessageContaining("am/final.mdl is missing");
        assertNothingInstalled();
    }

    @Test
    void refusesANameThatIsNotOnTheList() {
        assertThatExceptionOfType(SpeechModelException.class)
                .isThrownBy(() -> models(CALM).fetch("vosk-model-xx", progress))
                .withMessageContaining("the model list has no 'vosk-model-xx'")
                .withMessageContaining("models list");
    }

    @Test
    void refusesANameThatCouldLeaveTheCache() {
        for (String name : List.of("../x", "a/b", ".hidden", "", "a\\b", "C:x")) {
            assertThatExceptionOfType(SpeechModelException.class)
                    .isThrownBy(() -> models(CALM).fetchFrom(name, "x.zip", progress))
                    .withMessageContaining("is no model's name");
        }
    }

    @Test
    void warnsOfAModelThatThisMachineCannotHold() {
        server.serve(ARCHIVE, archive);
        new SpeechModels(
                        cache,
                        list,
                        SpeechModels.defaultClient(),
                        CALM,
                        UnpackLimits.STANDARD,
                        new MemoryCheck(() -> 10))
                .fetch(NAME, progress);
        assertThat(progress.notes).anyMatch(note -> note.contains("of memory") && note.contains("smaller model"));
    }

    @Test
    @EnabledOnOs(OS.LINUX) // only Linux has a device that is always full
    void saysThatTheDiskIsFullAndDoesNotTryAgain() throws IOException {
        server.serve(ARCHIVE, archive);
        Path incoming = Files.createDirectories(cache.resolve(".incoming"));
        Files.createSymbolicLink(incoming.resolve(NAME + ".zip.part"), Path.of("/dev/full"));
        assertThatExceptionOfType(SpeechModelException.class)
                .isThrownBy(this::fetch)
                .withMessageContaining("No space left on device")
                .withMessageContaining("free disk space");
        assertThat(server.requestsFor(ARCHIVE)).hasSize(1);
    }

    @Test
    void remembersTheListForTheTimeWithoutNetwork() throws IOException {
        fetchingTheListOnly();
        server.close();
        Path file = Files.write(cache.resolve("from-a-stick.zip"), archive);
        models(QUICK).fetchFrom(NAME, file.toString(), progress);
        assertThat(progress.notes)
                .anyMatch(note -> note.contains("this is the copy of"))
                .noneMatch(note -> note.contains("not against the list"));
    }

    private void fetchingTheListOnly() {
        assertThat(models(CALM).list().warning()).isEqualTo(Optional.empty());
    }
}
