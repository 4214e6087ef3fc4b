package dev.callsift.models.training;

import dev.callsift.models.category.LanguageModels;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** What models are made of: the text, what the encoder says of it, the taxonomy, and the code that trains, by their common hash. */
final class TrainingSources {

    private final String hash;

    private TrainingSources(String hash) {
        this.hash = hash;
    }

    /** @param folders everything that, when changed, changes the models */
    static TrainingSources of(List<Path> folders) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    update(digest, file);
                }
            }
        }
        return new TrainingSources(HexFormat.of().formatHex(digest.digest()));
    }

    private static void update(MessageDigest digest, Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            DigestUtils.updateDigest(digest, stream);
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
