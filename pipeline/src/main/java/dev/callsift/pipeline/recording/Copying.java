package dev.callsift.pipeline.recording;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** Copies a body to a file on this machine, so that the file is whole or absent, and says what its content's hash is. */
final class Copying {

    private Copying() {}

    /** @param bytes how many were copied */
    record Copied(String sha256, long bytes) {}

    /** Is asked after the last byte and before the file appears; throws to refuse the copy. */
    interface Check {
        void accept(Copied copied) throws IOException;
    }

    /**
     * @return the content's SHA-256, lower-case hexadecimal
     * @throws IOException when the body cannot be read, or the check cannot be made
     * @throws StoreUnavailableException when the target cannot be written, for example because its disk is full
     */
    static String copy(InputStream body, Path target, Check check) throws IOException {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Copied copied = copyBytes(body, part);
            check.accept(copied);
            LocalFile.move(part, target);
            return copied.sha256();
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Copied copyBytes(InputStream body, Path part) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        try (LocalFile out = LocalFile.create(part)) {
            long bytes = body.transferTo(new DigestOutputStream(out, digest));
            return new Copied(HexFormat.of().formatHex(digest.digest()), bytes);
        }
    }
}
