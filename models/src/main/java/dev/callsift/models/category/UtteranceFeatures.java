package dev.callsift.models.category;

import dev.callsift.models.entity.EntityFinder;
import dev.callsift.models.entity.SpokenNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.stemmer.PorterStemmer;

/**
 * What a categorizer sees of an utterance: its words, their stems and beginnings (which survive a misheard ending), neighbours,
 * neighbours but one, what stands after a negation, and, for short answers, the question. Numbers are all alike.
 */
public final class UtteranceFeatures implements FeatureGenerator {

    /** Under this name the agent's words are given to {@link #extractFeatures}, as {@code String[]}. */
    static final String BEFORE = "before";

    private static final int SHORT = 8;
    private static final int LONGEST_QUESTION = 20;
    private static final int NEGATION_REACH = 5;
    private static final int BEGINNING = 5;
    private static final int REMEMBERED = 100_000;
    private static final Set<String> NEGATIONS =
            Set.of("not", "never", "no", "without", "nor", "neither", "instead", "nobody", "nothing");
    private static final Set<String> YES = Set.of(
            "yes",
            "yeah",
            "yep",
            "yup",
            "yah",
            "ya",
            "ok",
            "okay",
            "sure",
            "please",
            "go",
            "do",
            "alright",
            "fine",
            "correct",
            "right",
            "exactly",
            "absolutely",
            "definitely",
            "perfect",
            "great",
            "lovely",
            "haan",
            "ji");
    private static final Set<String> WHY = Set.of("why", "reason", "wrong", "problem", "matter", "because");
    private static final Set<String> REPEATS = Set.of("double", "triple");

    /** Numbers that seldom count anything: "the other one", "that's grand". */
    private static final Set<String> NO_NUMBERS = Set.of("one", "ones", "grand");

    private static final String NUMBER = "0";

    private static final Map<String, String> STEMS = new ConcurrentHashMap<>();

    /** By OpenNLP, which makes it from the model's manifest. */
    public UtteranceFeatures() {}

    /**
     * @param text the customer's words, as the taxonomy's tokenizer gives them
     * @param extraInformation the agent's words before, under {@value #BEFORE}
     */
    @Override
    public Collection<String> extractFeatures(String[] text, Map<String, Object> extraInformation) {
        String[] before = (String[]) extraInformation.getOrDefault(BEFORE, new String[0]);
        return features(List.of(text), List.of(before));
    }

    /** The same for lists. */
    static List<String> features(List<String> words, List<String> before) {
        List<String> features = new ArrayList<>(8 * words.size() + 4);
        addWords(words, features);
        addLists(words, features);
        addAnswer(words, before, features);
        return features;
    }

    private static void addWords(List<String> words, List<String> features) {
        String last = "^";
        String lastButOne = "";
        int negatedUntil = 0;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String stem = stem(word);
            features.add("s=" + stem);
            if (word.length() > BEGINNING) {
                features.add("b=" + word.substring(0, BEGINNING));
            }
            if (!word.equals(stem) && !stem.equals(NUMBER)) {
                features.add("w=" + word);
            }
            features.add("n=" + last + " " + stem);
            if (!lastButOne.isEmpty()) {
                features.add("o=" + lastButOne + " " + stem);
            }
            if (i < negatedUntil) {
                features.add("not=" + stem);
            }
            negatedUntil = NEGATIONS.contains(word) ? i + 1 + NEGATION_REACH : negatedUntil;
            lastButOne = last;
            last = stem;
        }
        features.add("n=" + last + " $");
        features.add("len=" + Math.min(6, (words.size() + 1) / 3));
    }

    /** Kinds of things instead of the things: "make it [colour]", so that what is learned of one holds for all. */
    private static void addLists(List<String> words, List<String> features) {
        List<String> lists = EntityFinder.listed(words);
        String last = "^";
        String lastButOne = "";
        for (int i = 0; i < words.size(); i++) {
            boolean goesOn = !lists.get(i).isEmpty() && last.equals("[" + lists.get(i));
            if (goesOn) {
                continue;
            }
            String kind = lists.get(i).isEmpty() ? stem(words.get(i)) : "[" + lists.get(i);
            if (kind.startsWith("[")) {
                features.add("l=" + kind);
            }
            if ((kind + last + lastButOne).contains("[")) {
                features.add("ln=" + last + " " + kind);
                features.add("lo=" + lastButOne + " " + last + " " + kind);
            }
            lastButOne = last;
            last = kind;
        }
    }

    /** What a short yes or no answers, and whether it is a reason that was asked for. */
    private static void addAnswer(List<String> words, List<String> before, List<String> features) {
        List<String> question = before.subList(Math.max(0, before.size() - LONGEST_QUESTION), before.size());
        if (question.stream().anyMatch(WHY::contains)) {
            features.add("why");
        }
        if (words.isEmpty() || words.size() > SHORT) {
            return;
        }
        String answer = YES.contains(words.getFirst()) ? "yes" : NEGATIONS.contains(words.getFirst()) ? "no" : "";
        if (!answer.isEmpty()) {
            question.forEach(asked -> features.add("a=" + answer + "|" + stem(asked)));
        }
    }

    private static String stem(String word) {
        String known = STEMS.get(word);
        if (known != null) {
            return known;
        }
        String stem = isNumber(word) ? NUMBER : new PorterStemmer().stem(word);
        if (STEMS.size() < REMEMBERED) {
            STEMS.put(word, stem);
        }
        return stem;
    }

    private static boolean isNumber(String word) {
        return !NO_NUMBERS.contains(word)
                && (SpokenNumber.isNumber(word) || REPEATS.contains(word) || Character.isDigit(word.charAt(0)));
    }
}
