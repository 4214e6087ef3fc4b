package dev.callsift.pipeline.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.util.IOUtils;

/**
 * The folder of the index: one Lucene index per generation ({@code g-0001}), and the file {@code current} that names the live
 * one. Only whole generations are ever named, and the name changes in one step, so a reader sees the old or the new one.
 */
final class Generations {

    private static final Pattern NAME = Pattern.compile("g-\\d{4,9}");
    private static final String POINTER = "current";
    private static final String LOCK = "writer.lock";

    private final Path folder;

    Generations(Path folder) {
        this.folder = folder;
    }

    /** The live generation; empty before the first one was published. */
    Optional<Path> live() throws IOException {
        try {
            String name = Files.readString(folder.resolve(POINTER), StandardCharsets.UTF_8)
                    .strip();
            if (!NAME.matcher(name).matches()) {
                throw new IOException("the file " + POINTER + " names no generation");
            }
            return Optional.of(folder.resolve(name));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Keeps every other writer out, of this process or another, until the lock is closed. */
    Lock lock() throws IOException {
        Files.createDirectories(folder);
        try (FSDirectory directory = FSDirectory.open(folder)) {
            return directory.obtainLock(LOCK);
        } catch (LockObtainFailedException e) {
            throw IndexUnusableException.busy(folder, e);
        }
    }

    /** An empty folder for the next generation, which is not live yet. */
    Path next() throws IOException {
        int last = all().stream()
                .mapToInt(path -> Integer.parseInt(path.getFileName().toString().substring(2)))
                .max()
                .orElse(0);
        return Files.createDirectory(folder.resolve(String.format(Locale.ROOT, "g-%04d", last + 1)));
    }

    /** Makes a committed generation the live one, durably. */
    void publish(Path generation) throws IOException {
        Path pointer = folder.resolve(POINTER);
        Path draft = folder.resolve(POINTER + ".new");
        Files.writeString(draft, generation.getFileName() + "\n", StandardCharsets.UTF_8);
        IOUtils.fsync(draft, false);
        Files.move(draft, pointer, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        IOUtils.fsync(folder, true);
    }

    /** Deletes every generation but the live one: replaced ones, and what an interrupted rebuild left. Call under the lock. */
    void sweep() throws IOException {
        Optional<Path> live = live();
        for (Path generation : all()) {
            if (!live.equals(Optional.of(generation))) {
                delete(generation);
            }
        }
    }

    /** A file that a reader holds open can be deleted on Unix and read on; on Windows it stays until the next sweep. */
    private static void delete(Path generation) throws IOException {
        try (Stream<Path> files = Files.list(generation)) {
            IOUtils.deleteFilesIgnoringExceptions(files.toList());
        }
        IOUtils.deleteFilesIgnoringExceptions(generation);
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.filter(
                            path -> NAME.matcher(path.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }
}
