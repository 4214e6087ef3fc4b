package dev.callsift.search;

import dev.callsift.pipeline.index.SpokenField.Voice;
import dev.callsift.pipeline.index.WordForms;
import dev.callsift.search.QueryNode.All;
import dev.callsift.search.QueryNode.Any;
import dev.callsift.search.QueryNode.Everything;
import dev.callsift.search.QueryNode.Not;
import dev.callsift.search.QueryNode.Phrase;
import dev.callsift.search.QueryNode.Prefix;
import dev.callsift.search.QueryNode.Said;
import dev.callsift.search.QueryNode.Word;
import dev.callsift.search.QueryTokens.Kind;
import dev.callsift.search.QueryTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads what a person types. It never fails: what it does not understand becomes a problem with its place, and the rest runs.
 *
 * <pre>
 * all    = { any }
 * any    = part { "OR" part }
 * part   = "-" part | ("customer:" | "agent:") part | "(" all ")" | phrase | prefix | word
 * </pre>
 *
 * Words stand for all their forms, and all of them must have been said, in any order. {@code OR} joins its two neighbours only,
 * as in web search. A {@code "phrase"} is taken as said, form by form.
 */
final class QueryParser {

    private static final int DEEPEST = 20;
    private static final int LONGEST = 1_000;
    private static final int SHORTEST_PREFIX = 2;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}'\u2019]+");

    private final QueryTokens tokens;
    private final List<Complaint> complaints = new ArrayList<>();
    private int depth;

    /** A problem before it is known what the whole query was taken for. */
    private record Complaint(String message, int start, int end) {}

    private QueryParser(String query) {
        this.tokens = new QueryTokens(query.substring(0, Math.min(query.length(), LONGEST)));
        if (query.length() > LONGEST) {
            complaints.add(
                    new Complaint("only the first " + LONGEST + " characters were read", LONGEST, query.length()));
        }
    }

    static ParsedQuery parse(String query) {
        QueryParser parser = new QueryParser(query);
        QueryNode node = parser.all();
        String understood = ParsedQuery.text(node);
        return new ParsedQuery(
                node,
                parser.complaints.stream()
                        .map(c -> new QueryProblem(c.message(), c.start(), c.end(), understood))
                        .toList());
    }

    private QueryNode all() {
        List<QueryNode> parts = new ArrayList<>();
        while (tokens.peek().kind() != Kind.END && !(depth > 0 && tokens.peek().kind() == Kind.CLOSE)) {
            any().ifPresent(parts::add);
        }
        List<QueryNode> joined = Letters.join(parts);
        return switch (joined.size()) {
            case 0 -> new Everything();
            case 1 -> joined.getFirst();
            default -> new All(joined);
        };
    }

    private Optional<QueryNode> any() {
        List<QueryNode> parts = new ArrayList<>();
        part().ifPresent(parts::add);
        while (tokens.peek().kind() == Kind.OR) {
            Token or = tokens.take();
            Optional<QueryNode> right = ends() ? Optional.empty() : part();
            right.ifPresentOrElse(parts::add, () -> complain(or, "OR stands between two things to look for"));
        }
        return parts.size() < 2 ? parts.stream().findFirst() : Optional.of(new Any(parts));
    }

    private boolean ends() {
        Kind kind = tokens.peek().kind();
        return kind == Kind.END || kind == Kind.CLOSE || kind == Kind.OR;
    }

    private Optional<QueryNode> part() {
        Token token = tokens.take();
        return switch (token.kind()) {
            case MINUS -> operand(token, "nothing stands behind the minus").map(Not::new);
            case FIELD -> said(token);
            case OPEN -> group(token);
            case PHRASE -> words(token);
            case OPEN_PHRASE -> openPhrase(token);
            case WORD -> word(token);
            case CLOSE -> complain(token, "this bracket was never opened");
            case OR -> complain(token, "OR stands between two things to look for");
            case END -> Optional.empty();
        };
    }

    /** What a sign in front belongs to. */
    private Optional<QueryNode> operand(Token sign, String missing) {
        if (ends() || depth >= DEEPEST) {
            return complain(sign, ends() ? missing : "this is nested too deeply");
        }
        depth++;
        Optional<QueryNode> operand = part();
        depth--;
        return operand;
    }

    private Optional<QueryNode> said(Token field) {
        Optional<QueryNode> what = operand(field, "nothing stands behind the colon");
        return switch (field.text().toLowerCase(Locale.ROOT)) {
            case "customer" -> what.map(node -> new Said(Voice.CUSTOMER, node));
            case "agent" -> what.map(node -> new Said(Voice.AGENT, node));
            default -> {
                complain(field, "'" + field.text() + ":' is not known; there are customer: and agent:");
                yield what;
            }
        };
    }

    private Optional<QueryNode> group(Token open) {
        if (depth >= DEEPEST) {
            return complain(open, "this is nested too deeply");
        }
        depth++;
        QueryNode inside = all();
        depth--;
        if (tokens.peek().kind() == Kind.CLOSE) {
            tokens.take();
        } else {
            complain(open, "this bracket is never closed");
        }
        return inside instanceof Everything
                ? complain(open, "there is nothing in these brackets")
                : Optional.of(inside);
    }

    private Optional<QueryNode> openPhrase(Token phrase) {
        complain(phrase, "the closing quotation mark is missing");
        return words(phrase);
    }

    private Optional<QueryNode> word(Token token) {
        int star = token.text().indexOf('*');
        return switch (star) {
            case -1 -> words(token);
            default -> star == token.text().length() - 1 ? prefix(token) : misplacedStar(token);
        };
    }

    private Optional<QueryNode> prefix(Token token) {
        String start = String.join("", pieces(token.text()));
        return start.length() < SHORTEST_PREFIX
                ? complain(token, "at least " + SHORTEST_PREFIX + " letters stand before a star")
                : Optional.of(new Prefix(start));
    }

    private Optional<QueryNode> misplacedStar(Token token) {
        complain(token, "a star stands at the end of a word only, as in cancel*");
        return words(token);
    }

    /** One word, or several that belong together: quoted, or joined by a hyphen or another sign. */
    private Optional<QueryNode> words(Token token) {
        List<String> words = pieces(token.text());
        boolean quoted = token.kind() != Kind.WORD;
        if (words.isEmpty()) {
            return complain(token, "there is no word here");
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

    private Optional<QueryNode> complain(Token at, String message) {
        complaints.add(new Complaint(message, at.start(), at.end()));
        return Optional.empty();
    }
}
