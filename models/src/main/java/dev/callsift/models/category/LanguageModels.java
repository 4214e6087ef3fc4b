package dev.callsift.models.category;

import dev.callsift.models.language.RuleSpeaker;
import dev.callsift.models.meaning.CallEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What was learned of a language when callsift was built: categorizers of what customers say and of what agents say, and how both are weighed
 * for a whole call. Immutable and safe for use by several threads.
 *
 * @param version the beginning of the hash of what they were trained from, 12 hexadecimal digits; with the encoder, its version after it
 * @param encoder what reads calls beside them; empty where words and rules are to do
 */
public record LanguageModels(
        String version, CodeWeigher customer, CodeWeigher agent, CallWeigher call, Optional<CallEncoder> encoder) {

    /** The name of the file with the hash of what the models were trained from. */
    public static final String SOURCES = "sources.sha256";

    private static final int VERSION_LENGTH = 12;

    private static final class Words {
        static final LanguageModels INSTANCE = load();
    }

    private static final class English {
        static final LanguageModels INSTANCE =
                CallEncoder.english().map(Words.INSTANCE::with).orElse(Words.INSTANCE);
    }

    /**
     * Those for English, with the call encoder where the system has it; loaded once for the process, in about a second. Their version
     * names that of the encoder.
     */
    public static LanguageModels english() {
        return English.INSTANCE;
    }

    /** Those for English without the call encoder: several times as fast, without native memory, and less often right. */
    public static LanguageModels englishWordsOnly() {
        return Words.INSTANCE;
    }

    private static LanguageModels load() {
        try (InputStream sources = LanguageFiles.open(SOURCES)) {
            return new LanguageModels(
                    new String(sources.readNBytes(VERSION_LENGTH), StandardCharsets.US_ASCII),
                    CodeWeigher.load(RuleSpeaker.CUSTOMER),
                    CodeWeigher.load(RuleSpeaker.AGENT),
                    CallWeigher.load(false),
                    Optional.empty());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private LanguageModels with(CallEncoder encoder) {
        try {
            return new LanguageModels(
                    version + "+" + encoder.version(),
                    customer.withMeaning(RuleSpeaker.CUSTOMER),
                    agent.withMeaning(RuleSpeaker.AGENT),
                    CallWeigher.load(true),
                    Optional.of(encoder));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static IllegalStateException unreadable(IOException cause) {
        return new IllegalStateException("the language models cannot be read from the class path", cause);
    }
}
