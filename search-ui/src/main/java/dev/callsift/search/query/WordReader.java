package dev.callsift.search.query;

import dev.callsift.pipeline.index.WordForms;
import dev.callsift.search.query.QueryNode.Fuzzy;
import dev.callsift.search.query.QueryNode.Phrase;
import dev.callsift.search.query.QueryNode.Prefix;
import dev.callsift.search.query.QueryNode.Word;
import dev.callsift.search.query.QueryTokens.Kind;
import dev.callsift.search.query.QueryTokens.Token;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads words, phrases, beginnings of words and words spelled alike. */
final class WordReader {

    private static final int SHORTEST_PREFIX = 2;
    private static final int SHORTEST_FUZZY = 3;
    /** From this length on two letters may differ; in shorter words that is another word. */
    private static final int TWO_EDITS_FROM = 6;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}'\u2019]+");
    private static final Pattern FUZZY = Pattern.compile("([^*~]+)~([12]?)");

    private final Complaints complaints;

    WordReader(Complaints complaints) {
        this.complaints = complaints;
    }

    Optional<QueryNode> read(Token token) {
        return switch (token.kind()) {
            case OPEN_PHRASE -> {
                complaints.add("the closing quotation mark is missing", token);
                yield words(token);
            }
            case PHRASE -> words(token);
            default -> word(token);
        };
    }

    private Optional<QueryNode> word(Token token) {
        String text = token.text();
        Matcher fuzzy = FUZZY.matcher(text);
        if (fuzzy.matches()) {
            return fuzzy(token, fuzzy.group(1), fuzzy.group(2));
        }
        int star = text.indexOf('*');
        if (star >= 0) {
            return star == text.length() - 1 ? prefix(token) : misplaced(token, "a star", "cancel*");
        }
        return text.contains("~") ? misplaced(token, "a ~", "cancel~") : words(token);
    }

    private Optional<QueryNode> prefix(Token token) {
        String start = String.join("", pieces(token.text()));
        return start.length() < SHORTEST_PREFIX
                ? complaints.add("at least " + SHORTEST_PREFIX + " letters stand before a star", token)
                : Optional.of(new Prefix(start));
    }

    private Optional<QueryNode> fuzzy(Token token, String typed, String edits) {
        String word = String.join("", pieces(typed));
        if (word.length() < SHORTEST_FUZZY) {
            complaints.add("at least " + SHORTEST_FUZZY + " letters stand before ~", token);
            return word.isEmpty() ? Optional.empty() : Optional.of(new Word(word));
        }
        int most = word.length() < TWO_EDITS_FROM ? 1 : 2;
        return Optional.of(new Fuzzy(word, edits.isEmpty() ? most : Integer.parseInt(edits)));
    }

    private Optional<QueryNode> misplaced(Token token, String sign, String example) {
        complaints.add(sign + " stands at the end of a word only, as in " + example, token);
        return words(token);
    }

    /**
     * One word, or several that belong together: quoted, or joined by a hyphen or another sign. Where then and within are
     * words, they are understood as quoted, which is how to ask for them anywhere.
     */
    private Optional<QueryNode> words(Token token) {
        List<String> words = pieces(token.text());
        boolean quoted = token.kind() != Kind.WORD || token.is("then") || token.is("within");
        if (words.isEmpty()) {
            return complaints.add("there is no word here", token);
        }
        return Optional.of(quoted || words.size() > 1 ? new Phrase(words) : new Word(words.getFirst()));
    }

    private static List<String> pieces(String text) {
        return BETWEEN_WORDS
                .splitAsStream(text)
                .map(piece -> WordForms.of(piece).surface())
                .filter(piece -> !piece.isEmpty())
                .toList();
    }
}
