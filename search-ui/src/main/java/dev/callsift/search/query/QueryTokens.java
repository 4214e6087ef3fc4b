package dev.callsift.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pieces of a typed query, one after the other. */
final class QueryTokens {

    enum Kind {
        /** The opening bracket of {@code near(}. */
        NEAR,
        OPEN,
        CLOSE,
        COMMA,
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

    /**
     * @param text without quotation marks and colon
     * @param start of the text in the query
     * @param end after the text
     */
    record Token(Kind kind, String text, int start, int end) {

        boolean is(String word) {
            return kind == Kind.WORD && text.toLowerCase(Locale.ROOT).equals(word);
        }
    }

    private static final String[] GROUPS = {"near", "open", "close", "comma", "minus", "phrase", "field", "word"};
    private static final Pattern PIECE = Pattern.compile("""
            \\s*(?:
              (?<near>[Nn][Ee][Aa][Rr]\\() | (?<open>\\() | (?<close>\\)) | (?<comma>,) | (?<minus>-)
              | ["“”](?<phrase>[^"“”]*)(?<closed>["“”]?)
              | (?<field>[\\p{L}-]+):
              | (?<word>[^\\s(),"“”]+)
            )""", Pattern.COMMENTS);

    private final List<Token> tokens = new ArrayList<>();
    private final Token end;
    private int next;

    QueryTokens(String query) {
        Matcher matcher = PIECE.matcher(query);
        while (matcher.find()) {
            tokens.add(read(matcher));
        }
        end = new Token(Kind.END, "", query.length(), query.length());
    }

    Token peek() {
        return peek(0);
    }

    /** @param ahead how many tokens to look over */
    Token peek(int ahead) {
        return next + ahead < tokens.size() ? tokens.get(next + ahead) : end;
    }

    Token take() {
        Token taken = peek();
        next++;
        return taken;
    }

    /** Where the last token taken ends, its closing quotation mark included. */
    int takenTo() {
        if (next == 0 || tokens.isEmpty()) {
            return 0;
        }
        Token last = tokens.get(Math.min(next, tokens.size()) - 1);
        return last.end() + (last.kind() == Kind.PHRASE ? 1 : 0);
    }

    /** Where the next token begins, its opening quotation mark included. */
    int startOfNext() {
        Token token = peek();
        return token.start() - (token.kind() == Kind.PHRASE || token.kind() == Kind.OPEN_PHRASE ? 1 : 0);
    }

    private static Token read(Matcher matcher) {
        for (String group : GROUPS) {
            String text = matcher.group(group);
            if (text != null) {
                return new Token(kind(matcher, group, text), text, matcher.start(group), matcher.end(group));
            }
        }
        throw new IllegalStateException("a piece of a query is one of its kinds");
    }

    private static Kind kind(Matcher matcher, String group, String text) {
        return switch (group) {
            case "phrase" -> matcher.group("closed").isEmpty() ? Kind.OPEN_PHRASE : Kind.PHRASE;
            case "word" -> text.equals("OR") ? Kind.OR : Kind.WORD;
            default -> Kind.valueOf(group.toUpperCase(Locale.ROOT));
        };
    }
}
