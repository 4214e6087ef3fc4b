package dev.callsift.search.query;

import dev.callsift.pipeline.index.SpokenField.Voice;
import dev.callsift.search.query.ParsedQuery.Place;
import dev.callsift.search.query.QueryNode.All;
import dev.callsift.search.query.QueryNode.Any;
import dev.callsift.search.query.QueryNode.During;
import dev.callsift.search.query.QueryNode.Everything;
import dev.callsift.search.query.QueryNode.Filter;
import dev.callsift.search.query.QueryNode.Not;
import dev.callsift.search.query.QueryNode.Nothing;
import dev.callsift.search.query.QueryNode.Said;
import dev.callsift.search.query.QueryNode.Step;
import dev.callsift.search.query.QueryNode.Then;
import dev.callsift.search.query.QueryNode.Window;
import dev.callsift.search.query.QueryTokens.Kind;
import dev.callsift.search.query.QueryTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads what a person types. It never fails: what it does not understand becomes a problem with its place, and the rest runs.
 *
 * <pre>
 * all      = { any }
 * any      = sequence { "OR" sequence }
 * sequence = part { "then" part [ "within" length ] }
 * part     = "-" part | ("customer:" | "agent:") part | "(" all ")" | "near(" { choice } "," number ")"
 *          | ("first:" | "last:") length | filter ":" value | phrase | word | word "*" | word "~"
 * choice   = part { "OR" part }
 * </pre>
 *
 * Words stand for all their forms, and all of them must have been said, in any order. {@code OR} joins its two neighbours only,
 * as in web search. A {@code "phrase"} is taken as said, form by form. {@code first:} and {@code last:} hold for all words of
 * the brackets they stand in.
 */
public final class QueryParser {

    static final int NEAR_UNLESS_SAID = 10;

    private static final int DEEPEST = 20;
    private static final int LONGEST = 1_000;
    private static final int FARTHEST = 100;

    private final QueryTokens tokens;
    private final Complaints complaints = new Complaints();
    private final SpokenParts spokenParts = new SpokenParts(complaints);
    private final WordReader words = new WordReader(complaints);
    private final List<Place> places = new ArrayList<>();
    private int depth;
    private int negations;

    private QueryParser(String query) {
        this.tokens = new QueryTokens(query);
    }

    public static ParsedQuery parse(String query) {
        String read = query.substring(0, Math.min(query.length(), LONGEST));
        QueryParser parser = new QueryParser(read);
        if (query.length() > LONGEST) {
            parser.complaints.add("only the first " + LONGEST + " characters were read", LONGEST, query.length());
        }
        QueryNode node = parser.all();
        boolean lost = node instanceof Everything && !parser.complaints.none();
        QueryNode understood = lost ? new Nothing() : node;
        return new ParsedQuery(read, understood, parser.complaints.problems(understood), parser.places);
    }

    private QueryNode all() {
        List<QueryNode> parts = new ArrayList<>();
        List<Token> windows = new ArrayList<>();
        while (tokens.peek().kind() != Kind.END && !(depth > 0 && tokens.peek().kind() == Kind.CLOSE)) {
            Token token = tokens.peek();
            Optional<QueryNode> part = any();
            part.ifPresent(parts::add);
            part.filter(Window.class::isInstance).ifPresent(window -> windows.add(token));
        }
        List<QueryNode> joined = Letters.join(parts);
        return windows.isEmpty() ? together(joined) : during(joined, windows);
    }

    private static QueryNode together(List<QueryNode> parts) {
        return switch (parts.size()) {
            case 0 -> new Everything();
            case 1 -> parts.getFirst();
            default -> new All(parts);
        };
    }

    private QueryNode during(List<QueryNode> parts, List<Token> at) {
        List<Window> windows = parts.stream()
                .filter(Window.class::isInstance)
                .map(Window.class::cast)
                .toList();
        QueryNode what = together(
                parts.stream().filter(part -> !(part instanceof Window)).toList());
        if (what.spoken()) {
            return new During(windows, what);
        }
        at.forEach(window ->
                complaints.add(window.text() + ": says where in the call words stand; put a word beside it", window));
        return what;
    }

    private Optional<QueryNode> any() {
        return either(this::sequence);
    }

    private Optional<QueryNode> choice() {
        return either(this::part);
    }

    private interface Reading {
        Optional<QueryNode> read();
    }

    private Optional<QueryNode> either(Reading reading) {
        Token token = tokens.peek();
        Optional<QueryNode> first = reading.read();
        if (tokens.peek().kind() != Kind.OR) {
            return first;
        }
        List<QueryNode> parts = new ArrayList<>();
        withoutWindow(token, first).ifPresent(parts::add);
        while (tokens.peek().kind() == Kind.OR) {
            alternative(tokens.take(), reading).ifPresent(parts::add);
        }
        return parts.size() < 2 ? parts.stream().findFirst() : Optional.of(new Any(parts));
    }

    private Optional<QueryNode> alternative(Token or, Reading reading) {
        if (ends()) {
            return complaints.add("OR stands between two things to look for", or);
        }
        Token token = tokens.peek();
        return withoutWindow(token, reading.read());
    }

    /** Takes a part of the call out of where only something to look for can stand. */
    private Optional<QueryNode> withoutWindow(Token token, Optional<QueryNode> part) {
        if (part.filter(Window.class::isInstance).isPresent()) {
            return complaints.add(
                    token.text() + ": stands beside the words it is about, as in cancel first:60s", token);
        }
        return part;
    }

    private boolean ends() {
        Kind kind = tokens.peek().kind();
        return kind == Kind.END || kind == Kind.CLOSE || kind == Kind.OR || kind == Kind.COMMA;
    }

    private Optional<QueryNode> sequence() {
        Token token = tokens.peek();
        Optional<QueryNode> first = part();
        if (first.isEmpty() || !thenFollows()) {
            return first;
        }
        Optional<QueryNode> start = spokenParts.of(first.get(), token);
        List<Step> steps = new ArrayList<>();
        while (thenFollows()) {
            tokens.take();
            Token next = tokens.peek();
            part().flatMap(part -> spokenParts.of(part, next)).ifPresent(part -> steps.add(new Step(part, within())));
        }
        return start.map(from -> steps.isEmpty() ? from : (QueryNode) new Then(from, steps))
                .or(() -> steps.stream().findFirst().map(Step::what));
    }

    /** Whether the word then is an order here: it stands between two things. Elsewhere it is a word like any other. */
    private boolean thenFollows() {
        Kind next = tokens.peek(1).kind();
        boolean followed = next != Kind.END && next != Kind.CLOSE && next != Kind.OR && next != Kind.COMMA;
        return tokens.peek().is("then") && followed;
    }

    private long within() {
        if (!tokens.peek().is("within")) {
            return Step.ANY_TIME;
        }
        Token number = tokens.peek(1);
        OptionalLong joined = Lengths.read(number.text() + unit(tokens.peek(2)));
        OptionalLong length = joined.isPresent() ? joined : Lengths.read(number.text());
        if (length.isEmpty() && number.kind() != Kind.END) {
            return Step.ANY_TIME;
        }
        Token within = tokens.take();
        tokens.take();
        if (joined.isPresent() && !unit(tokens.peek()).isEmpty()) {
            tokens.take();
        }
        if (length.isEmpty()) {
            complaints.add("a time stands behind within, as in within 30s", within);
        }
        return length.orElse(Step.ANY_TIME);
    }

    private static String unit(Token token) {
        String text = token.text().toLowerCase(Locale.ROOT);
        return token.kind() == Kind.WORD && text.matches("(s|sec|secs|seconds?|m|min|minutes?)") ? text : "";
    }

    private Optional<QueryNode> part() {
        Token token = tokens.take();
        return switch (token.kind()) {
            case MINUS -> not(token);
            case FIELD -> field(token);
            case OPEN -> group(token);
            case NEAR -> near(token);
            case PHRASE, OPEN_PHRASE, WORD -> placed(token, words.read(token));
            case CLOSE -> complaints.add("this bracket was never opened", token);
            case OR -> complaints.add("OR stands between two things to look for", token);
            case COMMA, END -> Optional.empty();
        };
    }

    private Optional<QueryNode> placed(Token token, Optional<QueryNode> node) {
        node.ifPresent(read -> places.add(new Place(read, token.start(), token.end(), negations == 0)));
        return node;
    }

    private Optional<QueryNode> not(Token minus) {
        negations++;
        Optional<QueryNode> what = operand(minus, "nothing stands behind the minus");
        negations--;
        return what.map(Not::new);
    }

    /** What a sign in front belongs to. */
    private Optional<QueryNode> operand(Token sign, String missing) {
        if (ends() || depth >= DEEPEST) {
            return complaints.add(ends() ? missing : "this is nested too deeply", sign);
        }
        depth++;
        Token token = tokens.peek();
        Optional<QueryNode> operand = withoutWindow(token, part());
        depth--;
        return operand;
    }

    private Optional<QueryNode> field(Token field) {
        String name = field.text().toLowerCase(Locale.ROOT);
        Optional<FilterField> filter = FilterField.of(name);
        if (filter.isPresent()) {
            return filter(field, filter.get());
        }
        return switch (name) {
            case "customer" -> said(field, Voice.CUSTOMER);
            case "agent" -> said(field, Voice.AGENT);
            case "first", "last" -> window(field, name.equals("first"));
            default -> {
                complaints.add(FieldNames.unknown(field.text()), field);
                yield operand(field, "nothing stands behind the colon");
            }
        };
    }

    private Optional<QueryNode> said(Token field, Voice by) {
        Token next = tokens.peek();
        Optional<QueryNode> what = operand(field, "nothing stands behind the colon");
        if (what.isPresent() && !what.get().spoken()) {
            complaints.add(next.text() + ": is of the call, not of one who speaks", field);
            return what;
        }
        return what.map(node -> new Said(by, node));
    }

    private Optional<QueryNode> window(Token field, boolean first) {
        if (tokens.peek().kind() != Kind.WORD) {
            return complaints.add("a time stands behind " + field.text() + ":, as in " + field.text() + ":60s", field);
        }
        Token value = tokens.take();
        OptionalLong length = Lengths.read(value.text());
        return length.isPresent()
                ? Optional.of(new Window(first, length.getAsLong()))
                : complaints.add("this is no time; write " + field.text() + ":60s or " + field.text() + ":2m", value);
    }

    private Optional<QueryNode> filter(Token field, FilterField of) {
        Kind kind = tokens.peek().kind();
        if (kind != Kind.WORD && kind != Kind.PHRASE) {
            return complaints.add(FilterValues.advice(of), field);
        }
        Token value = tokens.take();
        Optional<QueryNode> read = FilterValues.read(of, value.text()).map(is -> new Filter(of, is));
        read.ifPresent(node -> places.add(new Place(node, field.start(), tokens.takenTo(), negations == 0)));
        return read.isPresent() ? read : complaints.add(FilterValues.advice(of), value);
    }

    private Optional<QueryNode> group(Token open) {
        if (depth >= DEEPEST) {
            return complaints.add("this is nested too deeply", open);
        }
        depth++;
        QueryNode inside = all();
        depth--;
        close(open);
        return inside instanceof Everything
                ? complaints.add("there is nothing in these brackets", open)
                : Optional.of(inside);
    }

    private void close(Token open) {
        if (tokens.peek().kind() == Kind.CLOSE) {
            tokens.take();
        } else {
            complaints.add("this bracket is never closed", open);
        }
    }

    private Optional<QueryNode> near(Token near) {
        if (depth >= DEEPEST) {
            return complaints.add("this is nested too deeply", near);
        }
        depth++;
        List<QueryNode> parts = new ArrayList<>();
        while (!ends() || listed()) {
            Token token = tokens.peek();
            choice().flatMap(part -> spokenParts.of(part, token)).ifPresent(parts::add);
        }
        int others = distance(near);
        depth--;
        close(near);
        return SpokenParts.near(Letters.join(parts), others, near, complaints);
    }

    /** Whether a comma parts words here: more than one thing stands behind it. */
    private boolean listed() {
        Kind second = tokens.peek(2).kind();
        return tokens.peek().kind() == Kind.COMMA && second != Kind.CLOSE && second != Kind.END;
    }

    private int distance(Token near) {
        if (tokens.peek().kind() != Kind.COMMA) {
            return NEAR_UNLESS_SAID;
        }
        tokens.take();
        Token number = tokens.peek().kind() == Kind.WORD ? tokens.take() : near;
        if (!number.text().matches("\\d{1,3}")) {
            complaints.add("a number of words stands behind the comma, as in near(late parcel, 5)", number);
            return NEAR_UNLESS_SAID;
        }
        return Math.min(FARTHEST, Integer.parseInt(number.text()));
    }
}
