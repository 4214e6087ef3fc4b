package dev.callsift.models.training;

import dev.callsift.models.category.LanguageModels;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What models are made of: the text, what the encoder says of it, the taxonomy, and the code that trains, by their common hash. */
final class TrainingSources {

    private final String hash;

    private TrainingSources(String hash) {
        this.hash = hash;
    }

    /** @param folders everything that, when changed, changes the models */
    static TrainingSources of(List<Path> folders) throws IOException {
        MessageDigest digest = sha256();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    digest(digest, file);
                }
            }
        }
        return new TrainingSources(HexFormat.of().formatHex(digest.digest()));
    }

    private static void digest(MessageDigest digest, Path file) throws IOException {
        try (InputStream stream = new DigestInputStream(Files.newInputStream(file), digest)) {
            stream.readAllBytes();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Whether the models in a folder were made of just this. */
    boolean isTrained(Path target) throws IOException {
        Path mark = target.resolve(LanguageModels.SOURCES);
        return Files.exists(mark) && Files.readString(mark).equals(hash);
    }

    void markTrained(Path target) throws IOException {
        Files.writeString(target.resolve(LanguageModels.SOURCES), hash);
    }
}
