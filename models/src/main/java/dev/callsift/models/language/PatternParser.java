package dev.callsift.models.language;

import dev.callsift.models.language.PatternNode.Any;
import dev.callsift.models.language.PatternNode.Choice;
import dev.callsift.models.language.PatternNode.Gap;
import dev.callsift.models.language.PatternNode.Maybe;
import dev.callsift.models.language.PatternNode.Not;
import dev.callsift.models.language.PatternNode.Sequence;
import dev.callsift.models.language.PatternNode.UtteranceEnd;
import dev.callsift.models.language.PatternNode.UtteranceStart;
import dev.callsift.models.language.PatternNode.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads one pattern. {@code |} separates sequences, as in a regular expression; the rest is words and marks. */
final class PatternParser {

    /** Gives the meaning of {@code <name>}. */
    interface Phrases {
        Optional<PatternNode> find(String name) throws PatternSyntaxException;
    }

    private static final int LONGEST_GAP = 12;

    private final String text;
    private final Phrases phrases;
    private int position;

    private PatternParser(String text, Phrases phrases) {
        this.text = text;
        this.phrases = phrases;
    }

    static Pattern parse(String text, Phrases phrases) throws PatternSyntaxException {
        PatternNode node = parseNode(text, phrases);
        if (node.optional()) {
            throw new PatternSyntaxException(text, 0, "it matches where nothing is said; make one of its parts a must");
        }
        if (node.firstWords().isEmpty()) {
            throw new PatternSyntaxException(text, 0, "it begins with any word; let it begin with a certain one");
        }
        return new Pattern(text, node);
    }

    /** For a part of a pattern, which need not be able to stand alone. */
    static PatternNode parseNode(String text, Phrases phrases) throws PatternSyntaxException {
        PatternParser parser = new PatternParser(text, phrases);
        PatternNode node = parser.choice();
        if (parser.position < text.length()) {
            throw parser.expected("a closing ) has no opening one");
        }
        return node;
    }

    private PatternNode choice() throws PatternSyntaxException {
        List<PatternNode> options = new ArrayList<>(List.of(sequence()));
        while (take('|')) {
            options.add(sequence());
        }
        return options.size() == 1 ? options.getFirst() : merged(options);
    }

    /** Single words become one set, which is looked up at once. */
    static PatternNode merged(List<PatternNode> options) {
        Set<String> words = new HashSet<>();
        List<PatternNode> others = new ArrayList<>();
        for (PatternNode option : options) {
            if (option instanceof Words plain
                    && !plain.exact()
                    && plain.partOfSpeech().isEmpty()) {
                words.addAll(plain.words());
            } else {
                others.add(option);
            }
        }
        if (!words.isEmpty()) {
            others.add(new Words(Set.copyOf(words), false, Optional.empty()));
        }
        return others.size() == 1 ? others.getFirst() : new Choice(List.copyOf(others));
    }

    private PatternNode sequence() throws PatternSyntaxException {
        List<PatternNode> parts = new ArrayList<>();
        for (skipSpaces(); position < text.length() && peek() != '|' && peek() != ')'; skipSpaces()) {
            parts.add(part());
        }
        if (parts.isEmpty()) {
            throw expected("a word is missing here");
        }
        return parts.size() == 1 ? parts.getFirst() : new Sequence(List.copyOf(parts));
    }

    private PatternNode part() throws PatternSyntaxException {
        PatternNode atom = atom();
        return position < text.length() && take('?') ? new Maybe(atom) : atom;
    }

    private PatternNode atom() throws PatternSyntaxException {
        return switch (peek()) {
            case '(' -> group();
            case '<' -> phrase();
            case '!' -> not();
            case '\'' -> exact();
            case '.' -> gap();
            case '^' -> mark(new UtteranceStart());
            case '$' -> mark(new UtteranceEnd());
            default -> word();
        };
    }

    private PatternNode mark(PatternNode node) {
        position++;
        return node;
    }

    private PatternNode not() throws PatternSyntaxException {
        position++;
        return new Not(atom());
    }

    private PatternNode group() throws PatternSyntaxException {
        position++;
        PatternNode inner = choice();
        if (!take(')')) {
            throw expected("a closing ) is missing here");
        }
        return inner;
    }

    private PatternNode phrase() throws PatternSyntaxException {
        int begin = position;
        int end = text.indexOf('>', begin);
        if (end < 0) {
            throw expected("a closing > is missing after this <");
        }
        position = end + 1;
        String name = text.substring(begin + 1, end);
        return phrases.find(name)
                .orElseThrow(() -> new PatternSyntaxException(text, begin, "no phrases are named <" + name + ">"));
    }

    private PatternNode exact() throws PatternSyntaxException {
        position++;
        String form = letters();
        if (!take('\'')) {
            throw expected("a closing ' is missing here");
        }
        return new Words(Set.of(form), true, Optional.empty());
    }

    private PatternNode gap() throws PatternSyntaxException {
        int begin = position;
        while (position < text.length() && (peek() == '.' || Character.isDigit(peek()))) {
            position++;
        }
        String written = text.substring(begin, position);
        int most = written.matches("\\.\\.\\d{1,2}") ? Integer.parseInt(written.substring(2)) : 0;
        if (most < 1 || most > LONGEST_GAP) {
            position = begin;
            throw expected("a gap is written ..1 to .." + LONGEST_GAP);
        }
        return new Gap(most);
    }

    private PatternNode word() throws PatternSyntaxException {
        String word = letters();
        Optional<String> partOfSpeech = partOfSpeech();
        return word.equals("_") ? new Any(partOfSpeech) : new Words(Set.of(word), false, partOfSpeech);
    }

    private Optional<String> partOfSpeech() throws PatternSyntaxException {
        if (position >= text.length() || peek() != '/') {
            return Optional.empty();
        }
        position++;
        return Optional.of(letters());
    }

    private String letters() throws PatternSyntaxException {
        int begin = position;
        while (position < text.length() && (Character.isLetterOrDigit(peek()) || "_-&".indexOf(peek()) >= 0)) {
            position++;
        }
        if (begin == position) {
            throw expected("'" + peekText() + "' has no meaning here");
        }
        String found = text.substring(begin, position);
        if (!found.equals(found.toLowerCase(Locale.ROOT)) && text.charAt(Math.max(0, begin - 1)) != '/') {
            position = begin;
            throw expected("words are written in lower case");
        }
        return found;
    }

    private String peekText() {
        return position < text.length() ? String.valueOf(peek()) : "end of pattern";
    }

    private char peek() {
        return text.charAt(position);
    }

    private boolean take(char wanted) {
        boolean there = position < text.length() && peek() == wanted;
        position += there ? 1 : 0;
        return there;
    }

    private void skipSpaces() {
        while (position < text.length() && Character.isWhitespace(peek())) {
            position++;
        }
    }

    private PatternSyntaxException expected(String what) {
        return new PatternSyntaxException(text, position, what);
    }
}
