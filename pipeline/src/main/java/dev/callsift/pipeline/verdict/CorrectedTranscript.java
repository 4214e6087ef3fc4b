package dev.callsift.pipeline.verdict;

import dev.callsift.pipeline.transcript.Confidence;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Utterance;
import dev.callsift.pipeline.transcript.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A call's words after reviewers' corrections. They are laid over the machine's transcript one after the other: each replaces the words
 * it names where its speaker says them at its time. Where they no longer stand there, because another speech model heard other
 * words or what it built on was taken back, it is not applied. The order and number of the utterances stay.
 */
public final class CorrectedTranscript {

    /** How far two speech models may disagree on where the same words begin and end. */
    private static final long TOLERATED_MS = 300;

    private static final Confidence SURE = new Confidence(1);

    private final Transcript transcript;
    private final List<List<Marked>> words;
    private final Map<Long, Standing> standings = new LinkedHashMap<>();

    /** What became of a correction. */
    public enum State {
        /** Its words stand in the transcript, or others that build on them. */
        APPLIED,
        /** The words it corrects no longer stand there. */
        NOT_APPLIED,
        /** It was taken back. */
        UNDONE
    }

    /** @param undoneBy the one that takes it back; null unless that was done */
    public record Standing(
            WordCorrection correction,
            State state,
            @Nullable WordCorrection undoneBy) {}

    /** A word, and the correction it comes from. */
    private record Marked(Word word, @Nullable WordCorrection by) {}

    private record Place(int utterance, int first, int end, long distance) {}

    private CorrectedTranscript(Transcript machine, List<WordCorrection> corrections) {
        this.words = machine.utterances().stream()
                .map(said -> said.words().stream()
                        .map(word -> new Marked(word, null))
                        .collect(Collectors.toCollection(ArrayList::new)))
                .collect(Collectors.toCollection(ArrayList::new));
        apply(machine, corrections);
        this.transcript = changed(machine);
    }

    /** @param corrections of this call, in the order in which they were made */
    public static CorrectedTranscript of(Transcript machine, List<WordCorrection> corrections) {
        return new CorrectedTranscript(machine, corrections);
    }

    public Transcript transcript() {
        return transcript;
    }

    /** In the order in which they were made. */
    public List<Standing> standings() {
        return List.copyOf(standings.values());
    }

    /** The correction that a word comes from. */
    public Optional<WordCorrection> by(int utterance, int word) {
        return Optional.ofNullable(words.get(utterance).get(word).by());
    }

    private void apply(Transcript machine, List<WordCorrection> corrections) {
        Map<Long, WordCorrection> undone = corrections.stream()
                .filter(correction -> correction.undoes() != null)
                .collect(Collectors.toMap(
                        correction -> Objects.requireNonNull(correction.undoes()),
                        correction -> correction,
                        (first, again) -> first));
        for (WordCorrection correction : corrections) {
            if (correction.undoes() == null) {
                WordCorrection by = undone.get(correction.id());
                State state = by == null ? apply(machine, correction) : State.UNDONE;
                standings.put(correction.id(), new Standing(correction, state, by));
            }
        }
    }

    private State apply(Transcript machine, WordCorrection correction) {
        @Nullable Place place = place(machine, correction);
        if (place == null) {
            return State.NOT_APPLIED;
        }
        List<Marked> run = words.get(place.utterance()).subList(place.first(), place.end());
        long startMs = run.getFirst().word().startMs();
        long endMs = run.getLast().word().endMs();
        run.clear();
        run.addAll(shared(correction, startMs, endMs));
        return State.APPLIED;
    }

    /** The words of a correction, each with the same part of the time. */
    private static List<Marked> shared(WordCorrection correction, long startMs, long endMs) {
        List<String> texts = correction.wordsEach();
        LongUnaryOperator at = index -> startMs + index * (endMs - startMs) / texts.size();
        return IntStream.range(0, texts.size())
                .mapToObj(i -> new Word(texts.get(i), at.applyAsLong(i), at.applyAsLong(i + 1L), SURE))
                .map(word -> new Marked(word, correction))
                .toList();
    }

    /** Where the words of a correction stand; the nearest to its time, null for nowhere. */
    private @Nullable Place place(Transcript machine, WordCorrection correction) {
        @Nullable Place best = null;
        for (int i = 0; i < words.size(); i++) {
            if (machine.utterances().get(i).speaker() != correction.speaker()) {
                continue;
            }
            @Nullable Place found = place(i, correction);
            if (found != null && (best == null || found.distance() < best.distance())) {
                best = found;
            }
        }
        return best;
    }

    private @Nullable Place place(int utterance, WordCorrection correction) {
        List<Marked> said = words.get(utterance);
        List<String> was = correction.wasEach();
        @Nullable Place best = null;
        for (int first = 0; first + was.size() <= said.size(); first++) {
            List<Marked> run = said.subList(first, first + was.size());
            long distance = distance(run, correction);
            boolean nearer = distance <= TOLERATED_MS && (best == null || distance < best.distance());
            if (nearer && texts(run).equals(was)) {
                best = new Place(utterance, first, first + was.size(), distance);
            }
        }
        return best;
    }

    private static long distance(List<Marked> run, WordCorrection correction) {
        return Math.max(
                Math.abs(run.getFirst().word().startMs() - correction.startMs()),
                Math.abs(run.getLast().word().endMs() - correction.endMs()));
    }

    private static List<String> texts(List<Marked> run) {
        return run.stream().map(marked -> marked.word().text()).toList();
    }

    private Transcript changed(Transcript machine) {
        if (standings.values().stream().noneMatch(standing -> standing.state() == State.APPLIED)) {
            return machine;
        }
        List<Utterance> utterances = IntStream.range(0, words.size())
                .mapToObj(i -> new Utterance(
                        machine.utterances().get(i).speaker(),
                        words.get(i).stream().map(Marked::word).toList()))
                .toList();
        return new Transcript(
                machine.schemaVersion(),
                machine.id(),
                machine.recording(),
                machine.call(),
                machine.audio(),
                machine.speechModel(),
                utterances);
    }
}
