package dev.callsift.models.language;

/** A pattern cannot be read; the message shows where. */
final class PatternSyntaxException extends Exception {

    private static final long serialVersionUID = 1L;

    PatternSyntaxException(String pattern, int position, String expected) {
        super("pattern '" + pattern + "', character " + (position + 1) + ": " + expected);
    }
}
