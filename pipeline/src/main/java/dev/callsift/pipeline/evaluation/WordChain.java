package dev.callsift.pipeline.evaluation;

import dev.callsift.pipeline.audio.Speaker;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Says turns whose words follow one another as in dialogues, with rare words strewn in as names and products are. */
final class WordChain {

    private static final String TURN = "";
    private static final int LONGEST_TURN = 60;
    private static final int RARE_PERCENT = 8;
    private static final int RARE_WORDS = 60_000;
    private static final String[] SYLLABLES =
            ("ba be bi bo bu da de di do du fa fe fi fo ga ge gi go ha he hi ho ka ke ki ko la le li lo ma me mi mo"
                            + " na ne ni no pa pe pi po ra re ri ro sa se si so ta te ti to va ve vi za zo shan mir dell wick ton")
                    .split(" ", -1);

    private final Map<String, List<String>> followers;

    private WordChain(Map<String, List<String>> followers) {
        this.followers = followers;
    }

    static WordChain of(List<GroundTruth> dialogues, Speaker speaker) {
        Map<String, List<String>> followers = new HashMap<>();
        for (GroundTruth dialogue : dialogues) {
            for (GroundTruth.Turn turn : dialogue.turns()) {
                if (turn.speaker().equalsIgnoreCase(speaker.name())) {
                    add(followers, turn.text().split(" +", -1));
                }
            }
        }
        if (!followers.containsKey(TURN)) {
            throw new IllegalArgumentException("no dialogue in which the " + speaker + " says anything");
        }
        return new WordChain(followers);
    }

    private static void add(Map<String, List<String>> followers, String[] words) {
        String before = TURN;
        for (String word : words) {
            followers.computeIfAbsent(before, each -> new ArrayList<>()).add(word);
            before = word;
        }
        followers.computeIfAbsent(before, each -> new ArrayList<>()).add(TURN);
    }

    /** At least one word. */
    List<String> turn(SplittableRandom random) {
        List<String> words = new ArrayList<>();
        String word = next(TURN, random);
        while (!word.equals(TURN) && words.size() < LONGEST_TURN) {
            words.add(random.nextInt(100) < RARE_PERCENT ? rare(zipf(RARE_WORDS, random)) : word);
            word = next(word, random);
        }
        return words;
    }

    private String next(String word, SplittableRandom random) {
        List<String> possible = followers.getOrDefault(word, List.of(TURN));
        return possible.get(random.nextInt(possible.size()));
    }

    /** A number below {@code count}; each comes half as often as the one at half its rank, as Zipf found for words. */
    static int zipf(int count, SplittableRandom random) {
        return Math.min(count - 1, (int) Math.pow(count + 1.0, random.nextDouble()) - 1);
    }

    /** A word that is no other number's. */
    static String rare(int number) {
        StringBuilder word = new StringBuilder();
        int rest = number + SYLLABLES.length;
        while (rest > 0) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
            rest /= SYLLABLES.length;
        }
        return word.toString();
    }
}
