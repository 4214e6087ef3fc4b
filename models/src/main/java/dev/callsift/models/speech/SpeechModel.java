package dev.callsift.models.speech;

import java.nio.file.Path;

/**
 * A Vosk model on disk that has been checked and can be loaded.
 *
 * @param name what people call it, for example {@code vosk-model-small-en-us-0.15}; the folder's name when given by path
 * @param folder the model's folder, absolute
 * @param sampleRate the rate its acoustic features were computed at, in Hz, from {@code conf/mfcc.conf}
 * @param hash SHA-256 over the model's files in the order of their paths (of the listing that {@code sha256sum} makes of
 *     them, see {@code models/speech/README.md}), lower-case hexadecimal; written into every
 *     transcript made with it
 * @param demonstration whether it is the bundled model trained on synthetic speech, which must be said wherever it is used
 */
public record SpeechModel(String name, Path folder, int sampleRate, String hash, boolean demonstration) {

    public SpeechModel {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a speech model has a name");
        }
        if (sampleRate < 4_000 || sampleRate > 48_000) {
            throw new IllegalArgumentException("a speech model's rate is 4000 to 48000 Hz, not " + sampleRate);
        }
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a speech model's hash is 64 hexadecimal digits, not " + hash);
        }
        folder = folder.toAbsolutePath().normalize();
    }
}
