package dev.callsift.pipeline.job;

import dev.callsift.models.speech.SpeechModel;
import dev.callsift.pipeline.audio.AudioSettings;
import dev.callsift.pipeline.audio.SegmentSink;
import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.ledger.LedgerEntry;
import dev.callsift.pipeline.ledger.TranscriptionFacts;
import dev.callsift.pipeline.metadata.CallMetadata;
import dev.callsift.pipeline.metadata.MetadataReader;
import dev.callsift.pipeline.metadata.MetadataReading;
import dev.callsift.pipeline.recording.DocumentStore;
import dev.callsift.pipeline.recording.QuarantineReason;
import dev.callsift.pipeline.recording.RecordingFaultException;
import dev.callsift.pipeline.recording.RecordingObject;
import dev.callsift.pipeline.recording.RecordingStore;
import dev.callsift.pipeline.transcript.Recognition;
import dev.callsift.pipeline.transcript.SpeechModelReference;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.TranscriptJson;
import dev.callsift.pipeline.transcript.Waveform;
import dev.callsift.pipeline.transcript.WaveformJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Fetches a recording, has it recognized and stores its transcript and its peaks. Both are written before the ledger moves, so
 * that a crash in between only repeats work. Safe for several threads.
 */
final class TranscribeProcessor implements ItemProcessor<LedgerEntry, TranscribedRecording> {

    private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z0-9]{1,5})$");

    private final RecordingStore recordings;
    private final DocumentStore documents;
    private final MetadataReader metadata;
    private final AudioSettings channels;
    private final SpeechModel model;
    private final Ledger ledger;
    private final Path scratch;
    private final RunScope run;

    TranscribeProcessor(PipelineParts parts, RunScope run) {
        this.recordings = parts.recordings();
        this.documents = parts.documents();
        this.metadata = parts.metadata();
        this.channels = parts.audio();
        this.model = parts.speechModel();
        this.ledger = parts.ledger();
        this.scratch = parts.settings().scratch();
        this.run = run;
    }

    @Override
    public TranscribedRecording process(LedgerEntry entry) throws InterruptedException, IOException {
        long begun = System.nanoTime();
        ledger.attempt(entry);
        Path file = scratch.resolve(entry.id() + extension(entry));
        try {
            String sha256 = recordings.fetch(entry.recording(), file);
            refuseDuplicate(entry, sha256);
            CallMetadata call = metadata(entry.recording());
            Recognition recognition =
                    run.recognizer().recognize(entry.key(), file, channels.assign(entry.key(), call.direction()));
            write(transcript(entry.recording(), sha256, call, recognition));
            write(new Waveform(Waveform.SCHEMA_VERSION, entry.id(), sha256, SegmentSink.PEAK_MS, recognition.peaks()));
            return new TranscribedRecording(entry, facts(recognition, Duration.ofNanos(System.nanoTime() - begun)));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void refuseDuplicate(LedgerEntry entry, String sha256) {
        ledger.claimContent(entry, sha256).ifPresent(original -> {
            throw new RecordingFaultException(entry.key(), QuarantineReason.DUPLICATE, "the same as " + original);
        });
    }

    private CallMetadata metadata(RecordingObject recording) {
        MetadataReading reading =
                metadata.read(recording.key(), recordings.userMetadata(recording), recordings.sidecar(recording));
        reading.warnings().forEach(run::warned);
        return reading.call();
    }

    private Transcript transcript(
            RecordingObject recording, String sha256, CallMetadata call, Recognition recognition) {
        return new Transcript(
                Transcript.SCHEMA_VERSION,
                recording.key().id(),
                new Transcript.Source(recording.key().value(), recording.etag(), recording.size(), sha256),
                call,
                recognition.audio(),
                new SpeechModelReference(model.name(), model.hash(), model.demonstration()),
                recognition.utterances());
    }

    private void write(Waveform waveform) {
        documents.write(Waveform.documentName(waveform.id()), WaveformJson.write(waveform));
    }

    private void write(Transcript transcript) {
        documents.write(Transcript.documentName(transcript.id()), TranscriptJson.write(transcript));
    }

    private TranscriptionFacts facts(Recognition recognition, Duration wall) {
        return new TranscriptionFacts(
                Duration.ofMillis(recognition.audio().durationMs()),
                Duration.ofMillis(recognition.audio().listenedMs()),
                Duration.ofMillis(recognition.audio().speechMs()),
                wall,
                recognition.recognizerCpu(),
                recognition.otherCpu(),
                model.name(),
                model.hash());
    }

    /** Formats without a header are told by their extension; nothing else of the key becomes part of a path. */
    private static String extension(LedgerEntry entry) {
        Matcher matcher = EXTENSION.matcher(entry.key().value());
        return matcher.find() ? "." + matcher.group(1) : "";
    }
}
