package dev.callsift.models.speech;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Unpacks a zip that nobody vouches for: only plain files and folders, only inside the target, only so much. */
final class ModelArchive {

    private final Path archive;
    private final UnpackLimits limits;

    ModelArchive(Path archive, UnpackLimits limits) {
        this.archive = archive;
        this.limits = limits;
    }

    /**
     * @param target an empty folder that the caller throws away when this fails
     * @throws SpeechModelException when it is no zip, is damaged, or has an entry that no model has
     */
    void unpackTo(Path target) {
        try (ZipFile zip = ZipFile.builder().setPath(archive).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            requireHarmless(entries);
            long left = limits.bytesFor(Files.size(archive));
            requireRoom(entries, left, target);
            for (ZipArchiveEntry entry : entries) {
                left -= unpack(zip, entry, target.resolve(entry.getName()), left);
            }
        } catch (IOException e) {
            throw new SpeechModelException(
                    archive + ": is no zip archive or a damaged one (" + e.getMessage()
                            + "); fetch it again or take it from elsewhere with --from FILE|URL",
                    e);
        }
    }

    private void requireHarmless(List<ZipArchiveEntry> entries) {
        if (entries.size() > limits.entries()) {
            throw refused("has " + entries.size() + " entries, at most " + limits.entries() + " are accepted");
        }
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry entry : entries) {
            if (!names.add(entry.getName())) {
                throw refused("has two entries of the name '" + entry.getName() + "'");
            }
            if (!isInside(entry.getName())) {
                throw refused("has an entry that points outside: '" + entry.getName() + "'");
            }
            int type = entry.getUnixMode() & UnixStat.FILE_TYPE_FLAG;
            if (type != 0 && type != UnixStat.FILE_FLAG && type != UnixStat.DIR_FLAG) {
                throw refused("has an entry that is a link or device: '" + entry.getName() + "'");
            }
        }
    }

    /** Decided on the name alone, the same on every system: no root, no drive, no backslash, no step up. */
    private static boolean isInside(String name) {
        if (name.isEmpty() || name.startsWith("/") || name.contains("\\") || name.contains(":")) {
            return false;
        }
        try {
            Path path = Path.of(name);
            return !path.isAbsolute() && Arrays.stream(name.split("/", -1)).noneMatch(step -> step.equals(".."));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** By what the archive declares; what it really unpacks to is counted again while writing. */
    private void requireRoom(List<ZipArchiveEntry> entries, long most, Path target) throws IOException {
        long declared = entries.stream().mapToLong(ZipArchiveEntry::getSize).sum();
        if (declared > most) {
            throw tooLarge(most);
        }
        long room = Files.getFileStore(target).getUsableSpace();
        if (declared > room) {
            throw new SpeechModelException(archive + ": unpacks to " + ByteSize.text(declared) + " but " + target
                    + " has room for " + ByteSize.text(room) + "; free disk space or choose another cache folder");
        }
    }

    private long unpack(ZipFile zip, ZipArchiveEntry entry, Path file, long most) throws IOException {
        if (entry.isDirectory()) {
            createFolder(file);
            return 0;
        }
        createFolder(file.resolveSibling(""));
        try (InputStream in = zip.getInputStream(entry);
                OutputStream out = create(file)) {
            return copy(in, out, entry, file, most);
        }
    }

    private long copy(InputStream in, OutputStream out, ZipArchiveEntry entry, Path file, long most)
            throws IOException {
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[1 << 16];
        long done = 0;
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            done += n;
            if (done > most) {
                throw tooLarge(limits.bytesFor(Files.size(archive)));
            }
            crc.update(buffer, 0, n);
            write(out, buffer, n, file);
        }
        if (crc.getValue() != entry.getCrc()) {
            throw new IOException("'" + entry.getName() + "' fails its CRC check");
        }
        return done;
    }

    private static void createFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw ModelCache.cannotWrite(folder, e);
        }
    }

    private static OutputStream create(Path file) {
        try {
            return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw ModelCache.cannotWrite(file, e);
        }
    }

    private static void write(OutputStream out, byte[] buffer, int count, Path file) {
        try {
            out.write(buffer, 0, count);
        } catch (IOException e) {
            throw ModelCache.cannotWrite(file, e);
        }
    }

    private SpeechModelException tooLarge(long most) {
        return refused("unpacks to more than " + ByteSize.text(most) + ", which no model of its size does");
    }

    private SpeechModelException refused(String why) {
        return new SpeechModelException(
                archive + ": " + why + "; nothing was installed, take the model from a source you trust");
    }
}
