package dev.callsift.search;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pieces of a typed query, one after the other. */
final class QueryTokens {

    enum Kind {
        OPEN,
        CLOSE,
        MINUS,
        OR,
        /** A name and a colon. */
        FIELD,
        PHRASE,
        /** A phrase whose closing quotation mark is missing. */
        OPEN_PHRASE,
        WORD,
        END
    }

    /** @param text without quotation marks and colon */
    record Token(Kind kind, String text, int start, int end) {}

    private static final Pattern PIECE = Pattern.compile("""
            \\s*(?:
              (?<open>\\() | (?<close>\\)) | (?<minus>-)
              | ["“”](?<phrase>[^"“”]*)(?<closed>["“”]?)
              | (?<field>[\\p{L}-]+):
              | (?<word>[^\\s()"“”]+)
            )""", Pattern.COMMENTS);

    private final Matcher matcher;
    private final int length;
    private Token next;

    QueryTokens(String query) {
        matcher = PIECE.matcher(query);
        length = query.length();
        next = read();
    }

    Token peek() {
        return next;
    }

    Token take() {
        Token taken = next;
        next = read();
        return taken;
    }

    private Token read() {
        if (!matcher.find()) {
            return new Token(Kind.END, "", length, length);
        }
        for (String group : new String[] {"open", "close", "minus", "phrase", "field", "word"}) {
            String text = matcher.group(group);
            if (text != null) {
                return new Token(kind(group, text), text, matcher.start(group), matcher.end(group));
            }
        }
        throw new IllegalStateException("a piece of a query is one of its kinds");
    }

    private Kind kind(String group, String text) {
        return switch (group) {
            case "phrase" -> matcher.group("closed").isEmpty() ? Kind.OPEN_PHRASE : Kind.PHRASE;
            case "word" -> text.equals("OR") ? Kind.OR : Kind.WORD;
            default -> Kind.valueOf(group.toUpperCase(Locale.ROOT));
        };
    }
}
