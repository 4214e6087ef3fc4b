package dev.callsift.models.speech;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rate a model hears at, from the options file of its features, read the way Kaldi reads it. */
final class SampleRate {

    /** What Kaldi takes when the file does not say. */
    static final int DEFAULT = 16_000;

    private static final Pattern OPTION = Pattern.compile("--sample-frequency\\s*=\\s*(\\S+)");

    private SampleRate() {}

    /** @throws SpeechModelException when the rate is no number from 4,000 to 48,000 */
    static int read(Path features) throws IOException {
        int rate = DEFAULT;
        for (String line : Files.readAllLines(features, StandardCharsets.ISO_8859_1)) {
            Matcher option = OPTION.matcher(normal(line));
            if (option.matches()) {
                rate = parse(features, option.group(1));
            }
        }
        return rate;
    }

    /** Kaldi drops comments and takes an option's name with capitals and underscores as well. */
    private static String normal(String line) {
        return line.replaceFirst("#.*", "").strip().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static int parse(Path features, String value) {
        try {
            double rate = Double.parseDouble(value);
            if (rate >= 4_000 && rate <= 48_000) {
                return (int) Math.round(rate);
            }
        } catch (NumberFormatException e) {
            // refused below, like a number that is out of range
        }
        throw new SpeechModelException(features + ": --sample-frequency=" + value
                + " is no rate from 4000 to 48000 Hz; take the model's own, unchanged file");
    }
}
