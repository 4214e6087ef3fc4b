package dev.callsift.models.speech;

import java.util.regex.Pattern;

/** A model's name becomes a folder's name in the cache, so it must not be able to mean anything else. */
final class ModelName {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

    private ModelName() {}

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    static String require(String name) {
        if (!isName(name)) {
            throw new SpeechModelException("'" + name + "' is no model's name (letters, digits, '.', '_', '-'); "
                    + "see 'callsift models list'");
        }
        return name;
    }
}
