package dev.callsift.models.category;

import dev.callsift.models.language.RuleSpeaker;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** The files that training leaves on the class path. */
final class LanguageFiles {

    private static final String FOLDER = "/callsift/language/en/";

    private LanguageFiles() {}

    static InputStream open(String name) throws IOException {
        InputStream stream = LanguageFiles.class.getResourceAsStream(FOLDER + name);
        if (stream == null) {
            throw new IOException(FOLDER + name + " is missing; build the module 'models', which trains it");
        }
        return stream;
    }

    static String name(RuleSpeaker speaker) {
        return speaker.name().toLowerCase(Locale.ROOT);
    }
}
