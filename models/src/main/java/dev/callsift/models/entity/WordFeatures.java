package dev.callsift.models.entity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The words of an utterance as features: themselves and their neighbours, beginnings and endings (for names never heard before),
 * what kind of number or letter they are, what list they are on, how long the run of spelled characters around them is, and
 * which word said before tells what is coming ("my pin code is").
 */
final class WordFeatures {

    private static final int AFFIX = 4;
    private static final int SHORT = 14;
    private static final int CUE_REACH = 8;
    private static final String EDGE = "^";

    private final List<String> words;
    private final List<String> kinds = new ArrayList<>();
    private final List<String> runs;
    private final List<String> listed;
    private final List<String> cues = new ArrayList<>();
    private final Set<String> asked = new HashSet<>();

    /**
     * @param before the other speaker's words before
     * @param common words that are no news
     */
    WordFeatures(List<String> words, List<String> before, Set<String> common) {
        this.words = words;
        words.forEach(word -> kinds.add(WordKinds.kind(word, common)));
        runs = WordKinds.runs(kinds);
        listed = ListedWords.marks(words);
        words.forEach(word -> cues.add(WordKinds.cue(word)));
        if (words.size() <= SHORT) {
            before.stream().map(WordKinds::cue).filter(cue -> !cue.isEmpty()).forEach(asked::add);
        }
    }

    String word(int index) {
        return at(words, index);
    }

    String kind(int index) {
        return at(kinds, index);
    }

    String listed(int index) {
        return at(listed, index);
    }

    private static String at(List<String> list, int index) {
        return index >= 0 && index < list.size() ? list.get(index) : EDGE;
    }

    /** @param space empty places at the end of each word's features */
    String[][] all(int space) {
        String[][] all = new String[words.size()][];
        for (int i = 0; i < all.length; i++) {
            List<String> features = new ArrayList<>();
            addWords(features, i);
            addAffixes(features, words.get(i));
            addKinds(features, i);
            addLists(features, i);
            addCues(features, i);
            all[i] = Arrays.copyOf(features.toArray(String[]::new), features.size() + space);
        }
        return all;
    }

    private void addWords(List<String> features, int i) {
        String word = word(i);
        String last = word(i - 1);
        String next = word(i + 1);
        features.add("w=" + word);
        features.add("w-1=" + last);
        features.add("w-2=" + word(i - 2));
        features.add("w+1=" + next);
        features.add("w+2=" + word(i + 2));
        features.add("b-1=" + last + " " + word);
        features.add("b+1=" + word + " " + next);
        features.add("b-2=" + word(i - 2) + " " + last);
        features.add("b+2=" + next + " " + word(i + 2));
        features.add("s=" + last + " " + next);
    }

    private static void addAffixes(List<String> features, String word) {
        for (int length = 2; length <= AFFIX && length < word.length(); length++) {
            features.add("a=" + word.substring(0, length));
            features.add("z=" + word.substring(word.length() - length));
        }
    }

    private void addKinds(List<String> features, int i) {
        String kind = kind(i);
        features.add("k=" + kind);
        features.add("k-1=" + kind(i - 1) + kind);
        features.add("k+1=" + kind + kind(i + 1));
        features.add("k3=" + kind(i - 1) + kind + kind(i + 1));
        features.add("k-2=" + kind(i - 2) + kind(i - 1) + kind);
        features.add("k+2=" + kind + kind(i + 1) + kind(i + 2));
        features.add("kw=" + word(i - 1) + " " + kind);
        features.add("kn=" + kind + " " + word(i + 1));
        features.add("kww=" + word(i - 2) + " " + word(i - 1) + " " + kind);
        if (!runs.get(i).isEmpty()) {
            features.add("r=" + runs.get(i));
        }
    }

    private void addLists(List<String> features, int i) {
        String mark = listed(i);
        features.add("l=" + mark);
        features.add("l-1=" + listed(i - 1) + mark);
        features.add("l+1=" + mark + listed(i + 1));
        features.add("lw=" + word(i - 1) + " " + mark);
        features.add("ln=" + mark + " " + word(i + 1));
    }

    private void addCues(List<String> features, int i) {
        String kind = kind(i) + listed(i);
        String cue = nearest(i, -1);
        features.add("c=" + cue + kind);
        features.add("cr=" + cue + runs.get(i));
        features.add("d=" + nearest(i, 1) + kind);
        asked.forEach(question -> features.add("q=" + question + kind));
        if (words.size() <= 3) {
            features.add("short" + words.size() + kind);
        }
    }

    private String nearest(int i, int step) {
        for (int at = i + step; at >= 0 && at < words.size() && Math.abs(at - i) <= CUE_REACH; at += step) {
            if (!cues.get(at).isEmpty()) {
                return cues.get(at);
            }
        }
        return EDGE;
    }
}
