package dev.callsift.pipeline.transcript;

import dev.callsift.pipeline.recording.SettingProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How speech is recognized. Immutable; nothing is checked before {@link #problems()} is asked, so that a run can show the
 * problems of all stages together.
 *
 * @param model the speech model's name in the catalogue, or the folder of one
 * @param threads that recognize; one per processor when not set
 * @param deadlineFactor how many times its length a recording may take, counted as far as it has been decoded
 * @param deadlineBase what every recording may take on top of that
 * @param startLimit how long loading the model may take
 * @param recycleAfter after how many recordings the recognizer process is replaced by a fresh one
 * @param recycleMemory above which resident memory it is replaced; when not set, at twice what it took when it was ready,
 *     plus 256 MB
 * @param heap of the recognizer process's Java side; by the number of threads when not set
 * @param utterancePause a pause of this length within one speaker's words begins a new utterance
 */
@ConfigurationProperties(prefix = "callsift.transcript", ignoreUnknownFields = false)
public record TranscriptSettings(
        @DefaultValue("demo-en-8k") String model,
        @Nullable Integer threads,
        @DefaultValue("10") double deadlineFactor,
        @DefaultValue("30s") Duration deadlineBase,
        @DefaultValue("5m") Duration startLimit,
        @DefaultValue("500") int recycleAfter,
        @Nullable DataSize recycleMemory,
        @Nullable DataSize heap,
        @DefaultValue("700ms") Duration utterancePause) {

    private static final String PREFIX = "callsift.transcript.";
    private static final DataSize SMALLEST_HEAP = DataSize.ofMegabytes(32);
    private static final int MAX_THREADS = 512;

    /** Settings with every default, for a number of threads. */
    public static TranscriptSettings ofThreads(int threads) {
        return new TranscriptSettings(
                "demo-en-8k",
                threads,
                10,
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                500,
                null,
                null,
                Duration.ofMillis(700));
    }

    /** Everything that is wrong with these settings by themselves; the model is not looked for. */
    public List<SettingProblem> problems() {
        List<SettingProblem> problems = new ArrayList<>();
        check(problems, !model.isBlank(), "model", model, "a name that callsift models list shows, or a folder");
        check(
                problems,
                threads == null || (threads >= 1 && threads <= MAX_THREADS),
                "threads",
                threads,
                "a number from 1 to " + MAX_THREADS);
        check(
                problems,
                deadlineFactor > 0 && deadlineFactor <= 1_000,
                "deadline-factor",
                deadlineFactor,
                "a number above 0, up to 1000");
        check(problems, isPositive(deadlineBase), "deadline-base", deadlineBase, "a time above 0, such as 30s");
        check(problems, isPositive(startLimit), "start-limit", startLimit, "a time above 0, such as 5m");
        check(problems, recycleAfter >= 1, "recycle-after", recycleAfter, "1 or more");
        check(
                problems,
                recycleMemory == null || recycleMemory.toBytes() > 0,
                "recycle-memory",
                recycleMemory,
                "a size above 0, such as 4GB");
        check(
                problems,
                heap == null || heap.compareTo(SMALLEST_HEAP) >= 0,
                "heap",
                heap,
                "at least " + SMALLEST_HEAP.toMegabytes() + "MB");
        check(problems, isPositive(utterancePause), "utterance-pause", utterancePause, "a time above 0, such as 700ms");
        return List.copyOf(problems);
    }

    /** The number of recognizing threads, chosen where it is not set. */
    public int recognizingThreads() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }

    /** Every thread holds a batch of speech, and twice as many wait or are being filled, each of up to three megabytes. */
    DataSize childHeap() {
        return heap == null ? DataSize.ofMegabytes(32 + 8L * recognizingThreads()) : heap;
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    private static void check(
            List<SettingProblem> problems, boolean right, String key, @Nullable Object value, String allowed) {
        if (!right) {
            problems.add(new SettingProblem(PREFIX + key, value, allowed));
        }
    }
}
