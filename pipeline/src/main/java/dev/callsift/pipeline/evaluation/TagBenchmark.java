package dev.callsift.pipeline.evaluation;

import dev.callsift.models.category.LanguageModels;
import dev.callsift.models.language.Taxonomy;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.tagging.PlainTurns;
import dev.callsift.pipeline.tagging.Tagger;
import dev.callsift.pipeline.transcript.ProcessMemory;
import dev.callsift.pipeline.transcript.Transcript;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What tagging costs: utterances a second on one thread, and the memory of taxonomy and language models. For a process of its own
 * that has not tagged before, since models once loaded stay.
 */
public final class TagBenchmark {

    private final List<Transcript> calls;

    private TagBenchmark(List<Transcript> calls) {
        this.calls = List.copyOf(calls);
    }

    /** On dialogues that were written, with every word heard: the tagger has the more to do. */
    public static TagBenchmark of(List<GroundTruth> dialogues) {
        return new TagBenchmark(dialogues.stream().map(TagBenchmark::transcript).toList());
    }

    private static Transcript transcript(GroundTruth truth) {
        return PlainTurns.transcript(
                truth.key().id(),
                truth.turns().stream()
                        .map(turn -> new PlainTurns.Turn(
                                Speaker.valueOf(turn.speaker().toUpperCase(Locale.ROOT)), turn.text()))
                        .toList());
    }

    /**
     * @param heapBytes the heap that is in use on their account once they have tagged, after garbage collection
     * @param residentBytes what the process takes more than before, native libraries included; 0 where the system does not tell
     * @param tagger which holds them
     */
    public record Loaded(long heapBytes, long residentBytes, Tagger tagger) {}

    /** Loads models; to be called before anything else of this process has. */
    public Loaded load(Supplier<LanguageModels> models) {
        long before = heapInUse();
        long resident = resident();
        Tagger tagger = Tagger.of(Taxonomy.english(), models.get());
        calls.forEach(tagger::tag);
        return new Loaded(heapInUse() - before, Math.max(0, resident() - resident), tagger);
    }

    /**
     * @param utterances tagged, of customers and agents
     * @param cpu processor time of the one thread that tagged
     * @param wall time that passed meanwhile
     */
    public record Speed(long utterances, Duration cpu, Duration wall) {

        /** Utterances in a second of processor time. */
        public double perCore() {
            return utterances / (cpu.toNanos() / 1e9);
        }

        /** Utterances in a second that passed. */
        public double perSecond() {
            return utterances / (wall.toNanos() / 1e9);
        }
    }

    /** Tags the dialogues again and again, on the calling thread, for at least so long. */
    public Speed tag(Tagger tagger, Duration atLeast) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        long utterances = 0;
        while (System.nanoTime() - begun < atLeast.toNanos()) {
            utterances += tagAll(tagger);
        }
        return new Speed(
                utterances,
                Duration.ofNanos(threads.getCurrentThreadCpuTime() - cpu),
                Duration.ofNanos(System.nanoTime() - begun));
    }

    private long tagAll(Tagger tagger) {
        long utterances = 0;
        for (Transcript call : calls) {
            tagger.tag(call);
            utterances += call.utterances().size();
        }
        return utterances;
    }

    private static long resident() {
        return ProcessMemory.of(ProcessHandle.current().pid()).residentBytes();
    }

    /** Collected several times, since what the first round lets go of is free only after the next. */
    private static long heapInUse() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (int round = 0; round < 4; round++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }
}
