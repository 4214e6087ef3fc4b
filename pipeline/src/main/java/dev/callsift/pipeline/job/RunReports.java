package dev.callsift.pipeline.job;

import dev.callsift.pipeline.ledger.LedgerEntry;
import dev.callsift.pipeline.ledger.Quarantine;
import dev.callsift.pipeline.ledger.TranscriptionFacts;
import dev.callsift.pipeline.transcript.SpeechModelReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;

/** Makes a run's report from the ledger and the batch framework's counts, and keeps it as a file. */
final class RunReports {

    private static final int SLOWEST = 5;

    private final PipelineParts parts;
    private final InstantSource clock;

    RunReports(PipelineParts parts, InstantSource clock) {
        this.parts = parts;
        this.clock = clock;
    }

    RunReport report(JobExecution execution, RunScope run) {
        List<TranscribedEntry> heard = parts.ledger().transcribedSince(run.startedAt()).stream()
                .flatMap(TranscribedEntry::of)
                .toList();
        return new RunReport(
                RunReport.SCHEMA_VERSION,
                run.id(),
                execution.getStatus() == BatchStatus.COMPLETED ? RunOutcome.COMPLETED : RunOutcome.INCOMPLETE,
                problem(execution),
                run.startedAt(),
                Duration.between(run.startedAt(), clock.instant()),
                parts.recordings().location(),
                run.discovery(),
                heard.size(),
                written(execution, Stage.TAG),
                written(execution, Stage.INDEX),
                speech(heard, elapsed(execution, Stage.TRANSCRIBE)),
                slowest(heard),
                heldBack(parts.ledger().quarantined(run.id())),
                run.warnings(),
                parts.ledger().counts(),
                model(),
                parts.tagger().taxonomy().version(),
                parts.tagger().models());
    }

    private SpeechModelReference model() {
        return new SpeechModelReference(
                parts.speechModel().name(),
                parts.speechModel().hash(),
                parts.speechModel().demonstration());
    }

    /** A row of the ledger whose facts are known. */
    private record TranscribedEntry(LedgerEntry entry, TranscriptionFacts facts) {

        static Stream<TranscribedEntry> of(LedgerEntry entry) {
            return entry.facts() == null ? Stream.empty() : Stream.of(new TranscribedEntry(entry, entry.facts()));
        }

        double realTimeFactor() {
            return ratio(facts.wall(), facts.duration());
        }
    }

    private static RunReport.SpeechFigures speech(List<TranscribedEntry> heard, Duration elapsed) {
        Duration audio = sum(heard, TranscriptionFacts::duration);
        Duration channels = sum(heard, TranscriptionFacts::channelTime);
        Duration speech = sum(heard, TranscriptionFacts::speech);
        return new RunReport.SpeechFigures(
                audio,
                speech,
                ratio(speech, channels),
                ratio(elapsed, audio),
                sum(heard, TranscriptionFacts::recognizerCpu),
                sum(heard, TranscriptionFacts::otherCpu));
    }

    private static List<RunReport.Slow> slowest(List<TranscribedEntry> heard) {
        return heard.stream()
                .sorted(Comparator.comparingDouble(TranscribedEntry::realTimeFactor)
                        .reversed())
                .limit(SLOWEST)
                .map(slow -> new RunReport.Slow(
                        slow.entry().key().toString(),
                        slow.facts().duration(),
                        slow.facts().wall(),
                        slow.realTimeFactor()))
                .toList();
    }

    private static List<RunReport.HeldBack> heldBack(List<LedgerEntry> quarantined) {
        return quarantined.stream()
                .map(entry -> {
                    Quarantine quarantine = Objects.requireNonNull(entry.quarantine());
                    return new RunReport.HeldBack(
                            entry.key().toString(),
                            quarantine.reason(),
                            quarantine.detail(),
                            quarantine.reason().advice());
                })
                .toList();
    }

    private static Duration sum(List<TranscribedEntry> heard, Function<TranscriptionFacts, Duration> part) {
        return heard.stream().map(TranscribedEntry::facts).map(part).reduce(Duration.ZERO, Duration::plus);
    }

    private static double ratio(Duration part, Duration whole) {
        return whole.isZero() ? 0 : (double) part.toMillis() / whole.toMillis();
    }

    private static long written(JobExecution execution, Stage stage) {
        return steps(execution, stage).mapToLong(StepExecution::getWriteCount).sum();
    }

    private static Duration elapsed(JobExecution execution, Stage stage) {
        return steps(execution, stage)
                .map(step -> between(step.getStartTime(), step.getEndTime()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration between(@Nullable LocalDateTime start, @Nullable LocalDateTime end) {
        return start == null || end == null ? Duration.ZERO : Duration.between(start, end);
    }

    private static Stream<StepExecution> steps(JobExecution execution, Stage stage) {
        return execution.getStepExecutions().stream()
                .filter(step -> step.getStepName().equals(stage.stepName()));
    }

    private static @Nullable String problem(JobExecution execution) {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            return null;
        }
        List<Throwable> failures = execution.getAllFailureExceptions();
        return failures.stream()
                .flatMap(failure -> ownMessage(failure).stream())
                .findFirst()
                .or(() -> failures.stream().findFirst().map(RunReports::root).map(Throwable::toString))
                .orElse("it was stopped");
    }

    /** The message of the outermost of our own exceptions; what wraps it, or came of it elsewhere, is the batch framework's. */
    private static Optional<String> ownMessage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getName().startsWith("dev.callsift.")) {
                return Optional.ofNullable(cause.getMessage());
            }
        }
        return Optional.empty();
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** Writes it to the folder of reports. */
    void keep(RunReport report) {
        Path folder = parts.settings().reports();
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("run-" + report.run() + ".json"), report.toJson());
        } catch (IOException e) {
            throw new JobStoppedException(
                    folder + ": the run report cannot be written (" + e.getMessage() + "); free space there", e);
        }
    }
}
