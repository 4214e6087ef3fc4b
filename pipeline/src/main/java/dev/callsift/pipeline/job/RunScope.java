package dev.callsift.pipeline.job;

import dev.callsift.pipeline.index.CallIndex;
import dev.callsift.pipeline.ledger.Discovery;
import dev.callsift.pipeline.recording.LeftOut;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.transcript.SpeechRecognizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;

/** What lives exactly as long as one run: its number, what it noticed, and the way to recognizer and index writer. Thread-safe. */
final class RunScope implements JobExecutionListener, RunProgress {

    private static final int MOST_WARNINGS = 100;

    private final RunProgress listener;
    private final Supplier<SpeechRecognizer> recognizers;
    private final Supplier<CallIndex> indexes;
    private final List<String> warnings = new ArrayList<>();
    private final Instant startedAt;
    private volatile @Nullable JobExecution execution;
    private final Map<LeftOut.Cause, SortedSet<RecordingKey>> leftOut = new EnumMap<>(LeftOut.Cause.class);
    private Discovery discovery = Discovery.NONE;

    RunScope(
            RunProgress listener,
            Supplier<SpeechRecognizer> recognizers,
            Supplier<CallIndex> indexes,
            Instant startedAt) {
        this.startedAt = startedAt;
        this.listener = listener;
        this.recognizers = recognizers;
        this.indexes = indexes;
    }

    @Override
    public void beforeJob(JobExecution begun) {
        execution = begun;
    }

    /** The job execution's number; 0 before the job has begun. */
    long id() {
        JobExecution begun = execution;
        return begun == null ? 0 : begun.getId();
    }

    Instant startedAt() {
        return startedAt;
    }

    SpeechRecognizer recognizer() {
        return recognizers.get();
    }

    CallIndex index() {
        return indexes.get();
    }

    synchronized void discovered(Discovery page) {
        discovery = discovery.plus(page);
        advanced(Stage.DISCOVER, page.total());
    }

    synchronized void leftOut(LeftOut object) {
        leftOut.computeIfAbsent(object.cause(), cause -> new TreeSet<>()).add(object.key());
    }

    synchronized Discovery discovery() {
        return discovery;
    }

    /** What a person should look at, each a line; what the listing left out is summed up by cause. */
    synchronized List<String> warnings() {
        List<String> all = new ArrayList<>(warnings);
        leftOut.forEach((cause, keys) -> all.add(keys.size() + (keys.size() == 1 ? " file" : " files") + " left out: "
                + cause.meaning() + "; for example " + keys.first()));
        return List.copyOf(all);
    }

    @Override
    public void started(Stage stage, long total) {
        listener.started(stage, total);
    }

    @Override
    public void advanced(Stage stage, long by) {
        listener.advanced(stage, by);
    }

    @Override
    public void quarantined(RecordingKey key, String explanation) {
        listener.quarantined(key, explanation);
    }

    @Override
    public void warned(String message) {
        synchronized (this) {
            if (warnings.size() < MOST_WARNINGS && !warnings.contains(message)) {
                warnings.add(message);
            }
        }
        listener.warned(message);
    }

    @Override
    public void ended(Stage stage) {
        listener.ended(stage);
    }
}
