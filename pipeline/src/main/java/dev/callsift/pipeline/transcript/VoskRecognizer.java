package dev.callsift.pipeline.transcript;

import dev.callsift.models.speech.SpeechModel;
import dev.callsift.pipeline.audio.ChannelAssignment;
import dev.callsift.pipeline.recording.QuarantineReason;
import dev.callsift.pipeline.recording.RecordingFaultException;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.recording.SettingsException;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recognizes speech with Vosk in a child process. When the child dies, hangs or talks rubbish, every recording that was in
 * flight is tried again alone, in a fresh child; the one that fails alone is to blame. Safe for use by several threads, of
 * which one more than the recognizing threads are served at a time.
 */
public final class VoskRecognizer implements SpeechRecognizer {

    private static final Logger LOG = LoggerFactory.getLogger(VoskRecognizer.class);

    /** Held shared by recordings together in a child, exclusively by one that is tried alone. Fair: nobody starves. */
    private final ReentrantReadWriteLock turns = new ReentrantReadWriteLock(true);

    private final Semaphore places;
    private final ChildSupply children;
    private final SteadyModel model;
    private final Deadline deadline;
    private final UtteranceGrouper grouper;

    VoskRecognizer(ChildCommand command, SpeechModel model, TranscriptSettings settings, Listening listening) {
        int threads = listening == Listening.SPEECH ? settings.recognizingThreads() : 1;
        this.model = SteadyModel.of(model.folder());
        this.places = new Semaphore(listening == Listening.SPEECH ? threads + 1 : 1, true);
        this.children = new ChildSupply(
                command,
                new Message.Open(
                        Message.PROTOCOL, this.model.folder().toString(), model.sampleRate(), threads, listening),
                settings.startLimit(),
                new Wear(settings.recycleAfter(), settings.recycleMemory()));
        this.deadline = new Deadline(settings.deadlineBase(), settings.deadlineFactor());
        this.grouper = new UtteranceGrouper(settings.utterancePause().toMillis());
    }

    /**
     * Starts the recognizer of speech and waits until the model is loaded.
     *
     * @throws SettingsException when the settings cannot work
     * @throws dev.callsift.models.speech.SpeechModelException when the model cannot be used on this machine
     */
    public static VoskRecognizer start(SpeechModel model, TranscriptSettings settings) throws InterruptedException {
        return start(model, settings, Listening.SPEECH);
    }

    /**
     * Starts the plain loop to compare with: it feeds every channel to Vosk in full, without looking for speech, on one
     * thread and one recording at a time.
     */
    public static VoskRecognizer startPlain(SpeechModel model, TranscriptSettings settings)
            throws InterruptedException {
        return start(model, settings, Listening.EVERYTHING);
    }

    private static VoskRecognizer start(SpeechModel model, TranscriptSettings settings, Listening listening)
            throws InterruptedException {
        SettingsException.throwIfAny(settings.problems());
        var command =
                new ChildCommand(RecognizerMain.class.getName(), settings.childHeap(), settings.recognizingThreads());
        return started(new VoskRecognizer(command, model, settings, listening));
    }

    /** Returns the recognizer with a child ready, or closes it. */
    static VoskRecognizer started(VoskRecognizer recognizer) throws InterruptedException {
        try {
            recognizer.children.current();
            return recognizer;
        } catch (InterruptedException | RuntimeException e) {
            recognizer.close();
            throw e;
        }
    }

    @Override
    public Recognition recognize(RecordingKey key, Path audio, ChannelAssignment channels) throws InterruptedException {
        if (!Files.isReadable(audio)) { // neither the recording nor the child is to blame for that
            throw new UncheckedIOException(
                    new FileNotFoundException(key + ": its copy on this machine, " + audio + ", cannot be read"));
        }
        String file = audio.toAbsolutePath().toString();
        LongFunction<Message.Recognize> request = id -> new Message.Recognize(
                id, key.value(), file, channels.agent(), channels.customer(), channels.explicit());
        places.acquire();
        try {
            return together(key, request);
        } catch (ChildFailedException first) {
            LOG.warn("{}: {}; it is tried again alone, in a fresh process", key, first.detail());
            return alone(key, request);
        } finally {
            places.release();
        }
    }

    /** What it has cost so far. */
    public RecognizerUsage usage() {
        return children.usage();
    }

    @Override
    public void close() {
        children.close();
        model.close();
    }

    private Recognition together(RecordingKey key, LongFunction<Message.Recognize> request)
            throws InterruptedException, ChildFailedException {
        recycle();
        turns.readLock().lockInterruptibly();
        try {
            return ask(children.current(), key, request);
        } finally {
            turns.readLock().unlock();
        }
    }

    private Recognition alone(RecordingKey key, LongFunction<Message.Recognize> request) throws InterruptedException {
        turns.writeLock().lockInterruptibly();
        try {
            return ask(children.unused(), key, request);
        } catch (ChildFailedException again) {
            throw new RecordingFaultException(key, again.reason(), again.detail());
        } finally {
            turns.writeLock().unlock();
        }
    }

    private void recycle() throws InterruptedException {
        if (!children.worn()) {
            return;
        }
        turns.writeLock().lockInterruptibly();
        try {
            children.recycle();
        } finally {
            turns.writeLock().unlock();
        }
    }

    private Recognition ask(RecognizerChild child, RecordingKey key, LongFunction<Message.Recognize> request)
            throws InterruptedException, ChildFailedException {
        PendingRecording recording = child.ask(request);
        Message.Answer answer = child.await(recording, deadline);
        children.measure(child);
        return switch (answer) {
            case Message.Recognized recognized -> recognition(key, recognized, recording);
            case Message.Refused refused -> throw new RecordingFaultException(key, refused.reason(), refused.detail());
            case Message.Progress progress -> throw new IllegalStateException("no end: " + progress);
            case Message.Peaks peaks -> throw new IllegalStateException("no end: " + peaks);
            case Message.Segment segment -> throw new IllegalStateException("no end: " + segment);
        };
    }

    private Recognition recognition(RecordingKey key, Message.Recognized end, PendingRecording recording) {
        List<Utterance> utterances = grouper.group(recording.segments());
        if (utterances.isEmpty()) {
            throw new RecordingFaultException(
                    key,
                    QuarantineReason.NO_SPEECH,
                    "not a word was recognized in " + end.audio().speechMs() + " ms of what could be speech");
        }
        return new Recognition(
                end.audio(),
                utterances,
                recording.peaks(),
                Duration.ofNanos(end.recognizerCpuMicros() * 1_000),
                Duration.ofNanos(end.otherCpuMicros() * 1_000));
    }
}
