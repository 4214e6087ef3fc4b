package dev.callsift.pipeline.job;

import dev.callsift.pipeline.index.IndexContents;
import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.ledger.LedgerEntry;
import dev.callsift.pipeline.ledger.Quarantine;
import dev.callsift.pipeline.ledger.RecordingState;
import dev.callsift.pipeline.recording.DocumentStore;
import dev.callsift.pipeline.recording.QuarantineReason;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.recording.RecordingStore;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.TranscriptJson;
import dev.callsift.pipeline.transcript.Waveform;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A process that runs the job, as the command line makes it, but within the test's. */
final class Callsift implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private Callsift(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param settings further ones, such as {@code callsift.transcript.threads=1} */
    static Callsift open(Path home, String source, String... settings) {
        return open(List.of(), home, source, settings);
    }

    /** @param faults configurations whose primary beans take the place of the real parts */
    static Callsift open(List<Class<?>> faults, Path home, String source, String... settings) {
        List<Class<?>> sources = new ArrayList<>(faults);
        sources.addFirst(RunApplication.class);
        return new Callsift(new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=callsift-pipeline")
                .run(arguments(home, source, settings)));
    }

    static String[] arguments(Path home, String source, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--callsift.job.home=" + home,
                "--callsift.job.store-retries=2",
                "--callsift.job.store-retry-delay=20ms",
                "--callsift.recording.source=" + source,
                "--callsift.recording.settle=0s",
                "--callsift.metadata.zone=Asia/Kolkata"));
        Arrays.stream(settings).map(setting -> "--" + setting).forEach(arguments::add);
        return arguments.toArray(String[]::new);
    }

    RunReport run() {
        return run(RunProgress.SILENT);
    }

    RunReport run(RunProgress progress) {
        return context.getBean(RecordingRun.class).run(progress);
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    Ledger ledger() {
        return context.getBean(Ledger.class);
    }

    long bodiesRead() {
        return context.getBean(RecordingStore.class).bodiesRead();
    }

    LedgerEntry entry(String key) {
        return ledger().find(new RecordingKey(key)).orElseThrow();
    }

    RecordingState state(String key) {
        return entry(key).state();
    }

    QuarantineReason reason(String key) {
        return quarantine(key).reason();
    }

    Quarantine quarantine(String key) {
        return Objects.requireNonNull(entry(key).quarantine(), () -> key + " is " + state(key));
    }

    Transcript transcript(String key) {
        return TranscriptJson.read(
                document(Transcript.documentName(new RecordingKey(key).id())).getBytes(StandardCharsets.UTF_8));
    }

    /** All words of a call, in one line. */
    String said(String key) {
        StringBuilder said = new StringBuilder();
        transcript(key).utterances().forEach(utterance -> utterance.words().forEach(word -> said.append(word.text())
                .append(' ')));
        return said.toString().strip();
    }

    /** All transcripts, tags and waveforms, by name. */
    Map<String, String> documents() {
        Map<String, String> documents = new TreeMap<>();
        for (Function<String, String> naming : List.<Function<String, String>>of(
                Transcript::documentName, CallTags::documentName, Waveform::documentName)) {
            String folder = naming.apply("x").replaceFirst("/.*", "/");
            try (var names = context.getBean(DocumentStore.class).list(folder)) {
                names.forEach(name -> documents.put(name, document(name)));
            }
        }
        return documents;
    }

    private String document(String name) {
        return new String(
                context.getBean(DocumentStore.class).read(name).orElseThrow(() -> new AssertionError(name)),
                StandardCharsets.UTF_8);
    }

    List<IndexContents.Call> indexed() {
        return IndexContents.of(home().resolve("index"));
    }

    Path home() {
        return context.getBean(JobSettings.class).home();
    }

    @Override
    public void close() {
        context.close();
    }
}
