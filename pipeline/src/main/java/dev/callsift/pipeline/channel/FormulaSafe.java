package dev.callsift.pipeline.channel;

import java.util.regex.Pattern;

/**
 * Text that a spreadsheet takes for text. What looks like the beginning of a formula gets an apostrophe in front, as OWASP
 * advises: agents' names, numbers and the names of recordings come from elsewhere.
 */
public final class FormulaSafe {

    private static final Pattern FORMULA =
            Pattern.compile("[\\s\\p{Cf}\\p{Cc}]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20|%].*|[\\t\\r\\n].*", Pattern.DOTALL);

    private FormulaSafe() {}

    public static String text(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
