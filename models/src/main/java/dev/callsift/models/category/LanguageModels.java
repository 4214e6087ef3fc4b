package dev.callsift.models.category;

import dev.callsift.models.language.RuleSpeaker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * What was learned of a language when callsift was built: categorizers of what customers say and of what agents say. Immutable and
 * safe for use by several threads.
 *
 * @param version the beginning of the hash of what they were trained from, 12 hexadecimal digits
 */
public record LanguageModels(String version, CodeWeigher customer, CodeWeigher agent) {

    /** The name of the file with the hash of what the models were trained from. */
    public static final String SOURCES = "sources.sha256";

    private static final int VERSION_LENGTH = 12;

    private static final class English {
        static final LanguageModels INSTANCE = load();
    }

    /** Those for English; loaded once for the process, in about a second. */
    public static LanguageModels english() {
        return English.INSTANCE;
    }

    private static LanguageModels load() {
        try (InputStream sources = LanguageFiles.open(SOURCES)) {
            return new LanguageModels(
                    new String(sources.readNBytes(VERSION_LENGTH), StandardCharsets.US_ASCII),
                    CodeWeigher.load(RuleSpeaker.CUSTOMER),
                    CodeWeigher.load(RuleSpeaker.AGENT));
        } catch (IOException e) {
            throw new IllegalStateException("the language models cannot be read from the class path", e);
        }
    }
}
