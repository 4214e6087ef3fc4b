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
    private static final int LIST_REACH = 4;
    private static final String EDGE = "^";

    private final List<String> words;
    private final List<String> kinds = new ArrayList<>();
    private final List<SpelledRun> runs;
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
        runs = SpelledRun.of(words, kinds);
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
            if (runs.get(i).isRun()) {
                addRun(features, i);
            }
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
    }

    /** The same for all words of a run, so that it is found as a whole. */
    private void addRun(List<String> features, int i) {
        SpelledRun run = runs.get(i);
        String shape = run.shape();
        String place = run.place(i);
        String last = word(run.from() - 1);
        features.add("r=" + shape);
        features.add("rp=" + shape + place);
        features.add("rc=" + nearest(run.from(), -1) + shape);
        features.add("rcp=" + nearest(run.from(), -1) + place);
        features.add("rl=" + last + place);
        features.add("rll=" + word(run.from() - 2) + " " + last);
        features.add("rn=" + word(run.to()) + place);
        asked.forEach(question -> features.add("rq=" + question + shape));
    }

    private void addLists(List<String> features, int i) {
        String mark = listed(i);
        features.add("l=" + mark);
        features.add("l-1=" + listed(i - 1) + mark);
        features.add("l+1=" + mark + listed(i + 1));
        features.add("lw=" + word(i - 1) + " " + mark);
        features.add("ln=" + mark + " " + word(i + 1));
        features.add("lf=" + ahead(i) + kind(i));
    }

    private void addCues(List<String> features, int i) {
        String kind = kind(i) + listed(i);
        String cue = nearest(i, -1);
        features.add("c=" + cue + kind);
        features.add("d=" + nearest(i, 1) + kind);
        asked.forEach(question -> features.add("q=" + question + kind));
        if (words.size() <= 3) {
            features.add("short" + words.size() + kind);
        }
    }

    /** What is listed of the next words ("two pairs of the blue [socks]"). */
    private String ahead(int i) {
        for (int next = i + 1; next <= i + LIST_REACH; next++) {
            if (!listed(next).isEmpty() && !listed(next).equals(EDGE)) {
                return (next - i) + listed(next);
            }
        }
        return "";
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
