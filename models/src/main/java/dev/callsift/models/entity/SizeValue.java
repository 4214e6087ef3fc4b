package dev.callsift.models.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Sizes: {@code xs}, {@code xxl}, {@code 9}, {@code 10.5}, {@code uk 8}, {@code 32 30} (waist and leg), {@code 3 l}; other words
 * as said ("wide fit").
 */
final class SizeValue {

    private static final Lexicon LEXICON = Lexicon.english();
    private static final LexiconSection LETTERS = LEXICON.section("size");
    private static final LexiconSection SYSTEMS = LEXICON.section("size-system");
    private static final LexiconSection UNITS = LEXICON.section("size-unit");
    private static final LexiconSection NOISE = LEXICON.section("size-noise");
    private static final Set<String> HALVES = Set.of("half", "1/2");
    private static final Set<String> ADULTS = Set.of("mens", "men's", "womens", "women's", "kids");
    private static final int SMALLEST_WAIST = 22;

    /** Is left away: "three x". */
    private static final String LARGE = " l";

    private final List<String> words;
    private final List<String> said = new ArrayList<>();

    private SizeValue(List<String> words) {
        this.words = words;
    }

    static Optional<String> of(List<String> words) {
        List<String> corrected = SpokenWords.corrected(words);
        List<String> plain = SpokenWords.withoutArticle(SpokenWords.withoutArticle(corrected));
        Optional<String> whole = LETTERS.value(String.join(" ", plain));
        if (whole.isPresent()) {
            return whole;
        }
        List<String> bare = SpokenWords.withoutArticle(SpokenWords.without(plain, NOISE));
        String said = String.join(" ", bare);
        return LETTERS.value(said)
                .or(() -> LETTERS.value(said + LARGE).filter(value -> said.endsWith(" x")))
                .or(() -> Optional.of(new SizeValue(bare).read()))
                .filter(value -> !value.isEmpty());
    }

    private String read() {
        int at = 0;
        while (at < words.size()) {
            at += step(at);
        }
        return String.join(" ", said);
    }

    /** @return how many words it took */
    private int step(int at) {
        int system = SYSTEMS.lengthAt(words, at);
        int unit = said.isEmpty() ? 0 : UNITS.lengthAt(words, at);
        int letters = LETTERS.lengthAt(words, at);
        if (system > 0 && said.size() == 1 && Character.isDigit(said.getFirst().charAt(0))) {
            add(SYSTEMS, at, system);
            said.addFirst(said.removeLast()); // "nine u k"
            return system;
        } else if (system > 0 && at + system < words.size()) {
            return add(SYSTEMS, at, system);
        } else if (isNumberAt(at)) {
            return addNumbers(at);
        } else if (unit > 0) {
            return add(UNITS, at, unit);
        } else if (letters > 0
                && !ADULTS.contains(words.get(at))
                && (letters > 1 || width(at).isEmpty())) {
            return add(LETTERS, at, letters);
        }
        return addAsSaid(at);
    }

    /** A width of a shoe ("double e"), half a ring size ("l and a half"), or whatever else is said. */
    private int addAsSaid(int at) {
        int half = said.isEmpty() || said.getLast().length() > 1 ? 0 : half(at);
        if (half > 0) {
            said.add(said.removeLast() + " 1/2");
            return half;
        }
        Optional<String> width = width(at);
        said.add(width.orElseGet(() -> words.get(at).toLowerCase(Locale.ROOT)));
        return width.isPresent() ? 2 : 1;
    }

    private Optional<String> width(int at) {
        return SpokenNumber.repeated(words, at, SizeValue::letter);
    }

    private static Optional<String> letter(String word) {
        return Optional.of(word).filter(letter -> letter.length() == 1);
    }

    private int add(LexiconSection section, int at, int length) {
        said.add(section.value(String.join(" ", words.subList(at, at + length))).orElseThrow());
        return length;
    }

    private boolean isNumberAt(int at) {
        return SpokenNumber.isNumber(words.get(at)) || (words.size() == 1 && SpokenNumber.maybeNumber(words.get(at)));
    }

    private int addNumbers(int at) {
        int end = at;
        while (end < words.size() && (isNumberAt(end) || SpokenNumber.goesOn(words, end))) {
            end++;
        }
        List<String> groups =
                SpokenNumber.groups(SpokenNumber.right(words.subList(at, end))).orElseThrow();
        said.add(String.join(areWaistAndLeg(groups) ? " " : areNeighbours(groups) ? "-" : "", groups));
        int fraction = fraction(end);
        return end - at + fraction;
    }

    /** Adds what makes it a half ("ten and a half", "nine point five"). */
    private int fraction(int at) {
        int half = half(at);
        if (half > 0) {
            said.add(said.removeLast() + ".5");
            return half;
        }
        List<String> rest = words.subList(at, words.size());
        if (rest.size() >= 2 && rest.getFirst().equals("point") && SpokenNumber.isNumber(rest.get(1))) {
            said.add(said.removeLast()
                    + "."
                    + SpokenNumber.groups(rest.subList(1, 2)).orElseThrow().getFirst());
            return 2;
        }
        return 0;
    }

    /** How many words say "and a half"; 0 where it is not said. */
    private int half(int at) {
        List<String> rest = words.subList(at, words.size());
        int and = !rest.isEmpty() && rest.getFirst().equals("and") ? 1 : 0;
        int half = and == 1 && rest.size() > 1 && rest.get(1).equals("a") ? 2 : and;
        return rest.size() > half && HALVES.contains(rest.get(half)) ? half + 1 : 0;
    }

    /** Two sizes between which somebody wavers ("ten twelve"), or a range of ages. */
    private static boolean areNeighbours(List<String> groups) {
        if (groups.size() != 2 || groups.stream().anyMatch(group -> group.length() > 2)) {
            return false;
        }
        int step = Integer.parseInt(groups.getLast()) - Integer.parseInt(groups.getFirst());
        return step > 0 && step <= 2 && !groups.getFirst().equals("1");
    }

    private static boolean areWaistAndLeg(List<String> groups) {
        return groups.size() == 2
                && groups.stream().allMatch(group -> group.length() == 2 && Integer.parseInt(group) >= SMALLEST_WAIST);
    }
}
