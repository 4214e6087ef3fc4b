package dev.callsift.ui.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder of finished copies that does not grow beyond its limit: whatever was unused longest goes first. What is half done
 * has a name ending in {@code .part} and is moved in place whole. The copy just added stays, even when it alone is larger.
 */
final class CopiesFolder {

    private static final String PART = ".part";

    private final Path folder;
    private final long maxBytes;
    private final InstantSource clock;

    /** One finished copy. */
    private record Copy(Path path, long size, FileTime used) {}

    CopiesFolder(Path folder, long maxBytes, InstantSource clock) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.clock = clock;
    }

    /** The copy of this name, noted as used now. */
    Optional<Path> find(String name) {
        Path copy = folder.resolve(name);
        try {
            Files.setLastModifiedTime(copy, FileTime.from(clock.instant()));
            return Optional.of(copy);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** A new file to write to; afterwards {@link #keep} or {@link #drop} it. */
    Path newPart() {
        try {
            if (!Files.isDirectory(folder)) {
                createForOwnerOnly();
            }
            return Files.createTempFile(folder, "", PART);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Calls are personal data: where the system knows owners, no other user of this machine may look in. */
    private void createForOwnerOnly() throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    synchronized Path keep(Path part, String name) {
        try {
            Path copy = folder.resolve(name);
            Files.setLastModifiedTime(part, FileTime.from(clock.instant()));
            Files.move(part, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            makeRoom(copy);
            return copy;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    void drop(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private void makeRoom(Path newest) throws IOException {
        List<Copy> copies = copies();
        long total = copies.stream().mapToLong(Copy::size).sum();
        for (Copy copy : copies) {
            if (total <= maxBytes) {
                return;
            }
            if (!copy.path().equals(newest)) {
                Files.deleteIfExists(copy.path());
                total -= copy.size();
            }
        }
    }

    private List<Copy> copies() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(PART))
                    .flatMap(file -> copy(file).stream())
                    .sorted(Comparator.comparing(Copy::used))
                    .toList();
        }
    }

    private static Optional<Copy> copy(Path file) {
        try {
            return Optional.of(new Copy(file, Files.size(file), Files.getLastModifiedTime(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UncheckedIOException unusable(IOException cause) {
        return new UncheckedIOException(
                folder + ": copies for playing cannot be kept there; give it space and permission, or name another "
                        + "folder in callsift.ui.audio-cache",
                cause);
    }
}
