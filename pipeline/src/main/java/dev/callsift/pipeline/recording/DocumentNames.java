package dev.callsift.pipeline.recording;

import java.util.regex.Pattern;

/** Names of documents: callsift's own, the same for a bucket and a folder, and harmless in both. */
final class DocumentNames {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]*(/[a-z0-9][a-z0-9.-]*)*");

    private DocumentNames() {}

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    static String checked(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("not a document's name: '" + name + "'");
        }
        return name;
    }
}
