package dev.callsift.pipeline.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Recordings in a folder and the folders below it. Keys are paths from the folder, with slashes; none leads out of it. */
final class FolderRecordingStore implements RecordingStore {

    private final Path root;
    private final RecordingSettings settings;
    private final Settling settling;
    private final AtomicLong bodiesRead = new AtomicLong();

    FolderRecordingStore(Path root, RecordingSettings settings, Settling settling) {
        this.root = root;
        this.settings = settings;
        this.settling = settling;
        if (!Files.isDirectory(root) || !Files.isReadable(root)) {
            throw new SettingsException(List.of(new SettingProblem(
                    "callsift.recording.source",
                    root,
                    "a folder that exists and may be read: create it, give permission, or name another")));
        }
    }

    @Override
    public Stream<RecordingObject> list(Consumer<LeftOut> leftOut) {
        Listing listing = new Listing(settings, settling, leftOut);
        return listing.keepRecordings(FolderWalk.of(root, listing::report));
    }

    @Override
    public List<RecordingObject> find(Collection<RecordingKey> keys) {
        try (Stream<RecordingObject> all = list()) {
            return all.filter(object -> keys.contains(object.key())).toList();
        }
    }

    @Override
    public String fetch(RecordingObject recording, Path target) {
        SizeLimit.check(recording, settings.maxSize());
        try {
            Path file = inside(recording.key());
            FolderVersion before = version(file);
            if (!before.etag().equals(recording.etag())) {
                throw changed(recording);
            }
            bodiesRead.incrementAndGet();
            try (InputStream body = Files.newInputStream(file)) {
                return Copying.copy(body, target, copied -> {
                    if (copied.bytes() != recording.size() || !version(file).isStill(before)) {
                        throw changed(recording);
                    }
                });
            }
        } catch (NoSuchFileException e) {
            throw gone(recording, e);
        } catch (IOException e) {
            throw FolderFaults.unreadable(root.resolve(recording.key().toString()), e);
        }
    }

    /** The file a key names, links resolved, after making sure that it lies inside the folder. */
    private Path inside(RecordingKey key) throws IOException {
        Path file = resolve(key).toRealPath();
        if (!file.startsWith(root.toRealPath())) {
            throw new RecordingFaultException(key, QuarantineReason.UNSAFE_KEY, "it leads out of " + root);
        }
        return file;
    }

    private Path resolve(RecordingKey key) {
        if (Arrays.stream(key.value().split("/", -1))
                .anyMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."))) {
            throw new RecordingFaultException(
                    key, QuarantineReason.UNSAFE_KEY, "'.', '..' or nothing between slashes leads elsewhere");
        }
        try {
            return root.resolve(key.value());
        } catch (InvalidPathException e) {
            throw new RecordingFaultException(key, QuarantineReason.UNSAFE_KEY, e.getReason());
        }
    }

    private static FolderVersion version(Path file) throws IOException {
        return FolderVersion.of(Files.readAttributes(file, BasicFileAttributes.class));
    }

    private static RecordingFaultException changed(RecordingObject recording) {
        return new RecordingFaultException(
                recording.key(), QuarantineReason.CHANGED, "its size or time is no longer " + recording.etag());
    }

    /** A missing file is gone; when the whole folder is, its disk is away and the file is not to blame. */
    private RuntimeException gone(RecordingObject recording, NoSuchFileException cause) {
        return Files.isDirectory(root)
                ? new RecordingFaultException(recording.key(), QuarantineReason.GONE, "there is no such file any more")
                : FolderFaults.unreadable(root, cause);
    }

    @Override
    public Map<String, String> userMetadata(RecordingObject recording) {
        return Map.of();
    }

    @Override
    public Optional<String> sidecar(RecordingObject recording) {
        return Sidecars.of(recording.key()).flatMap(key -> text(key).stream()).findFirst();
    }

    private Optional<String> text(RecordingKey key) {
        try (InputStream body = Files.newInputStream(inside(key))) {
            return Optional.of(new String(body.readNBytes(Sidecars.MAX_BYTES), StandardCharsets.UTF_8));
        } catch (NoSuchFileException | FileSystemLoopException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw FolderFaults.unreadable(root.resolve(key.value()), e);
        }
    }

    @Override
    public long bodiesRead() {
        return bodiesRead.get();
    }

    @Override
    public String location() {
        return root.toString();
    }

    @Override
    public void close() {}
}
