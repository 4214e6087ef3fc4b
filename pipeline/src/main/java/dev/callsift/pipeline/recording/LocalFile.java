package dev.callsift.pipeline.recording;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file being written on this machine. Its write faults (a full disk, no permission) are {@link StoreUnavailableException}s,
 * which keeps them apart from the read faults of the store the bytes come from.
 */
final class LocalFile extends OutputStream {

    private final Path path;
    private final OutputStream out;

    private LocalFile(Path path, OutputStream out) {
        this.path = path;
        this.out = out;
    }

    static LocalFile create(Path path) {
        try {
            return new LocalFile(path, Files.newOutputStream(path));
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    static void move(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(to, e);
        }
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    static StoreUnavailableException unwritable(Path file, IOException cause) {
        return new StoreUnavailableException(
                file + ": cannot be written (" + Faults.text(cause) + "); make room there, or give permission to write",
                cause);
    }
}
