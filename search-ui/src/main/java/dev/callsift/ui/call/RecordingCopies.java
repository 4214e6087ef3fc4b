package dev.callsift.ui.call;

import dev.callsift.pipeline.audio.PlayableAudio;
import dev.callsift.pipeline.recording.QuarantineReason;
import dev.callsift.pipeline.recording.RecordingFaultException;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.recording.RecordingObject;
import dev.callsift.pipeline.recording.RecordingStore;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.ui.UiSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Copies of recordings on this machine, in a form that browsers play. Safe for use by several threads: a recording asked for
 * twice at once is fetched once.
 */
@Component
final class RecordingCopies {

    private static final int LOCKS = 64;

    private final RecordingStore store;
    private final CopiesFolder folder;
    private final Lock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(Lock[]::new);

    @Autowired
    RecordingCopies(RecordingStore store, UiSettings settings) {
        this(
                store,
                new CopiesFolder(
                        settings.audioCacheFolder(), settings.audioCacheSize().toBytes(), InstantSource.system()));
    }

    RecordingCopies(RecordingStore store, CopiesFolder folder) {
        this.store = store;
        this.folder = folder;
    }

    /**
     * The recording a transcript was made from, fetched when there is no copy yet.
     *
     * @throws RecordingFaultException when it is no longer in the store, was replaced, or cannot be decoded
     * @throws dev.callsift.pipeline.recording.StoreUnavailableException when the store does not answer
     */
    PlayableRecording open(Transcript transcript) {
        Transcript.Source source = transcript.recording();
        String version = UUID.nameUUIDFromBytes(
                        (source.etag() + '\n' + source.sha256()).getBytes(StandardCharsets.UTF_8))
                .toString();
        Path copy = copy(transcript.id() + "-" + version, transcript);
        return new PlayableRecording(copy, BrowserFormat.of(copy).type(), version);
    }

    private Path copy(String name, Transcript transcript) {
        Lock lock = locks[Math.floorMod(name.hashCode(), LOCKS)];
        lock.lock();
        try {
            return Stream.of(BrowserFormat.values())
                    .flatMap(format -> folder.find(name + format.suffix()).stream())
                    .findFirst()
                    .orElseGet(() -> fetch(name, transcript));
        } finally {
            lock.unlock();
        }
    }

    private Path fetch(String name, Transcript transcript) {
        Transcript.Source source = transcript.recording();
        RecordingKey key = new RecordingKey(source.key());
        Path part = folder.newPart();
        try {
            String sha256 = store.fetch(new RecordingObject(key, source.etag(), source.size(), Instant.EPOCH), part);
            if (!sha256.equals(source.sha256())) {
                throw new RecordingFaultException(key, QuarantineReason.CHANGED, "its content is another one");
            }
            return BrowserFormat.of(transcript.audio().format())
                    .filter(format -> PlayableAudio.playable(key, part))
                    .map(format -> folder.keep(part, name + format.suffix()))
                    .orElseGet(() -> transcode(key, part, name + BrowserFormat.WAV.suffix()));
        } finally {
            folder.drop(part);
        }
    }

    private Path transcode(RecordingKey key, Path recording, String name) {
        Path part = folder.newPart();
        try {
            PlayableAudio.transcode(key, recording, part);
            return folder.keep(part, name);
        } finally {
            folder.drop(part);
        }
    }
}
