package dev.callsift.models.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpeechModelsTest {

    private static final Path SOURCES = Path.of("speech", "demo-en-8k");
    private static final String DEMO_HASH = "eda9c74f047838fa9eebe8e9d666c54befa9a4de46dfde893c879455cce8d25c";
    private static final URI NO_LIST = URI.create("file:///nowhere/model-list.json");

    @TempDir
    private Path cache;

    private SpeechModels models(URI list, long memory) {
        return new SpeechModels(
                cache,
                list,
                SpeechModels.defaultClient(),
                new Patience(Duration.ofSeconds(20), 1, Duration.ofMillis(1)),
                UnpackLimits.STANDARD,
                new MemoryCheck(() -> memory));
    }

    private SpeechModels models() {
        return models(NO_LIST, ByteSize.GIB);
    }

    @Test
    void opensTheBundledModelAndSaysThatItIsADemonstration() {
        SpeechModel model = models().open("demo-en-8k");
        assertThat(model.name()).isEqualTo("demo-en-8k");
        assertThat(model.sampleRate()).isEqualTo(8_000);
        assertThat(model.demonstration()).isTrue();
        assertThat(model.hash()).isEqualTo(DEMO_HASH);
        assertThat(model.folder()).isEqualTo(models().path("demo-en-8k"));
        assertThat(model.folder().resolve("README.md")).exists();
        assertThat(model.folder().resolve("NOTICE")).exists();
    }

    @Test
    void knowsTheDemonstrationModelByItsContentWhereverItIs() {
        SpeechModel model = models().open(SOURCES.toString());
        assertThat(model.demonstration()).isTrue();
        assertThat(model.hash()).isEqualTo(DEMO_HASH);
        assertThat(model.name()).isEqualTo("demo-en-8k");
    }

    @Test
    void theListingInTheSourcesIsUpToDate() throws IOException {
        assertThat(SOURCES.resolve("SHA256SUMS"))
                .hasContent(ModelChecksums.of(ModelFolder.check(SOURCES)).text());
    }

    @Test
    void unpacksTheBundledModelAgainWhenItIsBroken() throws IOException {
        Path folder = models().open("demo-en-8k").folder();
        Files.writeString(folder.resolve("conf/model.conf"), "--beam=1\n", StandardCharsets.UTF_8);
        Files.delete(folder.resolve("graph/Gr.fst"));
        assertThat(models().open("demo-en-8k").hash()).isEqualTo(DEMO_HASH);
    }

    @Test
    void unpacksTheBundledModelOnceForAllWhoAskAtOnce() throws Exception {
        Callable<SpeechModel> open = () -> models().open("demo-en-8k");
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<SpeechModel> model : threads.invokeAll(List.of(open, open, open, open))) {
                assertThat(model.get().hash()).isEqualTo(DEMO_HASH);
            }
        }
    }

    @Test
    void hasNothingToFetchForTheBundledModel() {
        assertThat(models().fetch("demo-en-8k", DownloadProgress.silent()).hash())
                .isEqualTo(DEMO_HASH);
        assertThatExceptionOfType(SpeechModelException.class)
                .isThrownBy(() -> models().fetchFrom("demo-en-8k", "x.zip", DownloadProgress.silent()))
                .withMessageContaining("part of callsift");
    }

    @Test
    void opensAFolderFromElsewhere() {
        Path elsewhere = TinyModel.flat().writeTo(cache.resolve("elsewhere/ours"));
        SpeechModel model = models().open(elsewhere.toString());
        assertThat(model.name()).isEqualTo("ours");
        assertThat(model.sampleRate()).isEqualTo(8_000);
        assertThat(model.demonstration()).isFalse();
    }

    @Test
    void refusesAModelThatThisMachineCannotHold() {
        assertThatExceptionOfType(SpeechModelException.class)
                .isThrownBy(() -> models(NO_LIST, 100 * ByteSize.MIB).open("demo-en-8k"))
                .withMessageContaining("needs about 180 MiB")
                .withMessageContaining("100 MiB are available")
                .withMessageContaining("smaller model");
    }

    @Test
    void thisMachineHasTheMemoryForTheDemonstrationModel() {
        assertThat(new SpeechModels(cache, NO_LIST, SpeechModels.defaultClient())
                        .open("demo-en-8k")
                        .hash())
                .isEqualTo(DEMO_HASH);
    }

    @Test
    void saysHowToGetAModelThatIsNotHere() {
        assertThatExceptionOfType(SpeechModelException.class)
                .isThrownBy(() -> models().open("vosk-model-en-us-0.22"))
                .withMessageContaining("'callsift models fetch vosk-model-en-us-0.22'");
        assertThatExceptionOfType(SpeechModelException.class)
                .isThrownBy(() -> models().open("/nowhere/model"))
                .withMessageContaining("no such folder");
    }

    @Test
    void listsWithoutNetworkWhatIsHereAndSaysSo() {
        TinyModel.inFolders(100).writeTo(cache.resolve("by-hand"));
        Catalogue catalogue = models().list();
        assertThat(catalogue.entries())
                .extracting(CatalogueEntry::name, CatalogueEntry::availability)
                .containsExactly(tuple("demo-en-8k", Availability.BUNDLED), tuple("by-hand", Availability.CACHED));
        assertThat(catalogue.warning()).hasValueSatisfying(warning -> assertThat(warning)
                .contains("/nowhere/model-list.json could not be read")
                .contains("--from"));
    }

    @Test
    void listsTheModelListThroughHttp() throws IOException {
        try (ModelServer server = new ModelServer()) {
            URI list = server.serveList("vosk-model-tiny-0.1", 41_205_931, "0".repeat(32));
            Catalogue catalogue = models(list, ByteSize.GIB).list();
            assertThat(catalogue.warning()).isEmpty();
            assertThat(catalogue.entries().getLast())
                    .isEqualTo(new CatalogueEntry(
                            "vosk-model-tiny-0.1", "en-us", "small", 41_205_931, false, Availability.DOWNLOADABLE));
        }
    }

    @Test
    void readsTheLastListWhenThereIsNoNetworkAnyMore() throws IOException {
        URI list;
        try (ModelServer server = new ModelServer()) {
            list = server.serveList("vosk-model-tiny-0.1", 41_205_931, "0".repeat(32));
            models(list, ByteSize.GIB).list();
        }
        Catalogue catalogue = models(list, ByteSize.GIB).list();
        assertThat(catalogue.warning()).hasValueSatisfying(warning -> assertThat(warning)
                .contains("could not be read", "this is the copy of"));
        assertThat(catalogue.entries()).extracting(CatalogueEntry::name).contains("vosk-model-tiny-0.1");
    }

    @Test
    void saysThatTheListIsNoList() throws IOException {
        for (String text : List.of("<html>sign in</html>", "{\"name\": 1}", "", "[1, 2")) {
            Path list = Files.writeString(cache.resolve("list.json"), text, StandardCharsets.UTF_8);
            assertThat(models(list.toUri(), ByteSize.GIB).list().warning())
                    .hasValueSatisfying(warning -> assertThat(warning).contains("is no model list"));
            assertThatExceptionOfType(SpeechModelException.class)
                    .isThrownBy(
                            () -> models(list.toUri(), ByteSize.GIB).fetch("vosk-model-x", DownloadProgress.silent()))
                    .withMessageContaining("is no model list");
        }
    }

    @Test
    void leavesOutUnreadableModelsOfTheListAndCountsThem() throws IOException {
        String text = String.format(Locale.ROOT, """
                [{"name": "../evil", "size": 5, "md5": "%1$s", "url": "https://host/a.zip"},
                 {"name": "no-size", "md5": "%1$s", "url": "https://host/a.zip"},
                 {"name": "no-md5", "size": 5, "url": "https://host/a.zip"},
                 {"name": "odd-url", "size": 5, "md5": "%1$s", "url": "ftp://host/a.zip"},
                 7,
                 {"name": "speakers", "type": "spk", "size": 5, "md5": "%1$s", "url": "https://host/a.zip"},
                 {"name": "good", "size": 5, "md5": "%1$s", "url": "https://host/a.zip", "obsolete": "true"}]
                """, "0".repeat(32));
        Path list = Files.writeString(cache.resolve("list.json"), text, StandardCharsets.UTF_8);
        Catalogue catalogue = models(list.toUri(), ByteSize.GIB).list();
        assertThat(catalogue.entries()).extracting(CatalogueEntry::name).containsExactly("demo-en-8k", "good");
        assertThat(catalogue.entries().getLast().obsolete()).isTrue();
        assertThat(catalogue.warning())
                .hasValueSatisfying(warning -> assertThat(warning).startsWith("5 models of the list"));
    }

    @Test
    void keepsTheCacheWhereTheSystemWantsIt() {
        assertThat(SpeechModels.defaultCache()).endsWithRaw(Path.of("callsift", "models"));
    }
}
