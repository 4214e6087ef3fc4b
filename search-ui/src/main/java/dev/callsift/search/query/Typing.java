package dev.callsift.search.query;

import dev.callsift.search.query.QueryTokens.Kind;
import dev.callsift.search.query.QueryTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What someone is in the middle of typing.
 *
 * @param field of the filter whose value it is; empty for a word or the name of a filter
 * @param typed so far
 * @param start index of its first character in the query, the filter's name included
 * @param end index after its last character: where the cursor stands
 */
public record Typing(String field, String typed, int start, int end) {

    /** Empty where nothing could be completed. */
    public static Optional<Typing> at(String query, int cursor) {
        String before = query.substring(0, Math.clamp(cursor, 0, query.length()));
        List<Token> tokens = tokens(before);
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        Token last = tokens.getLast();
        Token previous = tokens.size() > 1 ? tokens.get(tokens.size() - 2) : last;
        return switch (last.kind()) {
            case FIELD -> filter(last).map(field -> new Typing(field.key(), "", last.start(), before.length()));
            case WORD, OPEN_PHRASE -> last.end() == before.length() ? typing(previous, last) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Typing> typing(Token previous, Token last) {
        Optional<Typing> value =
                filter(previous).map(field -> new Typing(field.key(), last.text(), previous.start(), last.end()));
        boolean word = last.kind() == Kind.WORD;
        return value.isPresent() || !word ? value : Optional.of(new Typing("", last.text(), last.start(), last.end()));
    }

    private static Optional<FilterField> filter(Token token) {
        return token.kind() == Kind.FIELD ? FilterField.of(token.text()) : Optional.empty();
    }

    private static List<Token> tokens(String query) {
        QueryTokens read = new QueryTokens(query);
        List<Token> tokens = new ArrayList<>();
        while (read.peek().kind() != Kind.END) {
            tokens.add(read.take());
        }
        return tokens;
    }
}
