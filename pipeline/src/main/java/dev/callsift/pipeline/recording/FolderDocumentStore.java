package dev.callsift.pipeline.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Documents in a folder. A document is written to a hidden file beside its place, forced to the disk, and moved there in one
 * step: a crash leaves the old document or the new one, and at worst a hidden file that is never listed.
 */
final class FolderDocumentStore implements DocumentStore {

    private final Path root;

    FolderDocumentStore(Path root) {
        this.root = root;
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw LocalFile.unwritable(root, e);
        }
    }

    @Override
    public void write(String name, byte[] content) {
        Path file = file(name);
        Path part = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            Files.createDirectories(folderOf(file));
            writeDurably(part, content);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(folderOf(file));
        } catch (IOException e) {
            throw LocalFile.unwritable(file, deleted(part, e));
        }
    }

    private static void writeDurably(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** The new name of a file is durable when its folder is. Windows cannot open folders, and needs no such thing. */
    private static void force(Path folder) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            return;
        }
        try (channel) {
            channel.force(true);
        }
    }

    private static IOException deleted(Path part, IOException fault) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            fault.addSuppressed(e);
        }
        return fault;
    }

    @Override
    public Optional<byte[]> read(String name) {
        try {
            return Optional.of(Files.readAllBytes(file(name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw FolderFaults.unreadable(file(name), e);
        }
    }

    @Override
    public void delete(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw LocalFile.unwritable(file(name), e);
        }
    }

    @Override
    public Stream<String> list(String prefix) {
        return FolderWalk.of(root, (path, cause) -> {})
                .map(found -> found.key().value())
                .filter(name -> name.startsWith(prefix) && DocumentNames.isName(name));
    }

    private Path file(String name) {
        return root.resolve(DocumentNames.checked(name));
    }

    private Path folderOf(Path file) {
        Path folder = file.getParent();
        return folder == null ? root : folder;
    }

    @Override
    public void close() {}
}
