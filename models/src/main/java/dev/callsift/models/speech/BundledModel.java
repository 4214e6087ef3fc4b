package dev.callsift.models.speech;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The demonstration model inside the jar. Vosk reads files, so it is unpacked into the cache, once, and again when a file
 * there is no longer what it was.
 */
final class BundledModel {

    static final String NAME = "demo-en-8k";

    private static final String RESOURCES = "/callsift/speech/" + NAME + "/";

    private final ModelCache cache;
    private final ModelChecksums checksums;

    BundledModel(ModelCache cache) {
        this.checksums = ModelChecksums.parse(new String(resource(ModelChecksums.FILE), StandardCharsets.UTF_8));
        this.cache = cache.bundled(checksums.modelHash().substring(0, 12));
    }

    String hash() {
        return checksums.modelHash();
    }

    long bytes() {
        return checksums.byPath().keySet().stream()
                .mapToLong(path -> resource(path).length)
                .sum();
    }

    /** Unpacked, and verified just now. */
    SpeechModel open() {
        if (!isIntact()) {
            cache.exclusively(NAME, DownloadProgress.silent(), () -> {
                if (!isIntact()) {
                    cache.install(NAME, this::copyTo);
                }
            });
        }
        ModelFolder folder = ModelFolder.check(cache.folder(NAME));
        return new SpeechModel(NAME, folder.root(), folder.sampleRate(), hash(), true);
    }

    private boolean isIntact() {
        try {
            return cache.has(NAME)
                    && ModelChecksums.of(ModelFolder.check(cache.folder(NAME))).equals(checksums);
        } catch (SpeechModelException e) {
            return false; // a file is missing or unreadable; unpacking says so if it is for good
        }
    }

    private void copyTo(Path target) {
        Stream.concat(checksums.byPath().keySet().stream(), Stream.of("README.md", "NOTICE"))
                .forEach(path -> copy(path, target.resolve(path)));
    }

    private static void copy(String path, Path file) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.write(file, resource(path));
        } catch (IOException e) {
            throw ModelCache.cannotWrite(file, e);
        }
    }

    private static byte[] resource(String path) {
        try (InputStream in = BundledModel.class.getResourceAsStream(RESOURCES + path)) {
            if (in == null) {
                throw new SpeechModelException(
                        NAME + ": " + path + " is missing in the jar; build callsift again or take a released jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new SpeechModelException(NAME + ": the jar cannot be read; build or download callsift again", e);
        }
    }
}
