package dev.callsift.review;

import dev.callsift.pipeline.index.SpokenField;
import dev.callsift.pipeline.index.SpokenField.Voice;
import dev.callsift.pipeline.index.StoredCall;
import dev.callsift.pipeline.index.WordForms;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * Finds the words and two-word phrases whose share of calls rose, by {@link Keyness}. Every word of the index is counted;
 * phrases are looked for around words that rose, because a phrase hardly comes up without one of its words. A word that rose
 * only as a part of a phrase is left to the phrase.
 */
final class RisingWords {

    private static final String FIELD = SpokenField.WORDS.of(Voice.ANYONE);
    private static final int LEAST_CALLS = 3;
    private static final int MOST = 20;

    /** How many words have their neighbours looked at, and in how many calls each. */
    private static final int MOST_SEEDS = 40;

    private static final int CALLS_OF_SEED = 40;
    private static final int MOST_PHRASES = 150;

    /** What chance exceeds once in twenty words; enough to be worth a look at its neighbours. */
    private static final double SEED = 3.84;

    /** A phrase this close to the keyness of its word says what the word says, and more. */
    private static final double SAYS_IT_ALL = 0.7;

    /** A phrase with one of these says no more than its other word does; with "no" and "not" it does. */
    private static final CharArraySet STOP_WORDS = stopWords();

    private static final Comparator<RisingWord> MOST_TELLING =
            Comparator.comparingDouble(RisingWord::keyness).reversed().thenComparing(RisingWord::words);

    private final IndexSearcher searcher;
    private final WeekFilter filter;

    private RisingWords(IndexSearcher searcher, ReviewWeek week) throws IOException {
        this.searcher = searcher;
        this.filter = WeekFilter.of(searcher, week, WeeklyReview.WEEKS_BEFORE);
    }

    private static CharArraySet stopWords() {
        CharArraySet words = CharArraySet.copy(EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
        words.removeAll(List.of("no", "not"));
        return CharArraySet.unmodifiableSet(words);
    }

    /** The most telling first. */
    static List<RisingWord> of(IndexSearcher searcher, ReviewWeek week) throws IOException {
        RisingWords rising = new RisingWords(searcher, week);
        if (rising.filter.calls() == 0 || rising.filter.callsBefore() == 0) {
            return List.of();
        }
        List<RisingWord> seeds = rising.words();
        return chosen(seeds, rising.phrases(seeds));
    }

    private List<RisingWord> words() throws IOException {
        List<RisingWord> words = new ArrayList<>();
        WordCounts.of(searcher.getIndexReader(), FIELD, filter).forEach((word, count) -> {
            RisingWord rising = rising(word, count[0], count[1]);
            if (rising.now().part() >= LEAST_CALLS && rising.keyness() >= SEED) {
                words.add(rising);
            }
        });
        words.sort(MOST_TELLING);
        return words;
    }

    private RisingWord rising(String words, int calls, int callsBefore) {
        return new RisingWord(
                words,
                Share.of(calls, filter.calls()),
                Share.of(callsBefore, filter.callsBefore()),
                Keyness.of(calls, filter.calls(), callsBefore, filter.callsBefore()));
    }

    private List<RisingWord> phrases(List<RisingWord> seeds) throws IOException {
        List<RisingWord> phrases = new ArrayList<>();
        for (String candidate : candidates(seeds)) {
            Query phrase = new PhraseQuery(FIELD, candidate.split(" ", -1));
            RisingWord rising = rising(candidate, count(phrase, filter.week()), count(phrase, filter.weeksBefore()));
            if (rising.now().part() >= LEAST_CALLS && rising.keyness() >= Keyness.TELLING) {
                phrases.add(rising);
            }
        }
        return phrases;
    }

    private int count(Query phrase, Query weeks) throws IOException {
        return searcher.count(both(phrase, weeks));
    }

    private static Query both(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, Occur.FILTER)
                .add(other, Occur.FILTER)
                .build();
    }

    /** The neighbours of words that rose, the most frequent pairs first. */
    private List<String> candidates(List<RisingWord> seeds) throws IOException {
        Set<String> words = new HashSet<>();
        Set<Integer> documents = new HashSet<>();
        for (RisingWord seed : seeds.subList(0, Math.min(MOST_SEEDS, seeds.size()))) {
            words.add(seed.words());
            Query said = both(new TermQuery(new Term(FIELD, seed.words())), filter.week());
            for (ScoreDoc found : searcher.search(said, CALLS_OF_SEED).scoreDocs) {
                documents.add(found.doc);
            }
        }
        Map<String, Integer> calls = new HashMap<>();
        for (int document : documents) {
            pairs(StoredCall.read(searcher.getIndexReader(), document), words)
                    .forEach(pair -> calls.merge(pair, 1, Integer::sum));
        }
        return calls.keySet().stream()
                .filter(pair -> calls.getOrDefault(pair, 0) >= LEAST_CALLS)
                .sorted(Comparator.<String>comparingInt(pair -> -calls.getOrDefault(pair, 0))
                        .thenComparing(pair -> pair))
                .limit(MOST_PHRASES)
                .toList();
    }

    private static Set<String> pairs(StoredCall call, Set<String> seeds) {
        Set<String> pairs = new HashSet<>();
        for (List<String> utterance : call.words()) {
            String previous = "";
            for (String spelled : utterance) {
                String word = surface(spelled, seeds);
                boolean pair = !previous.isEmpty() && !word.isEmpty() && !STOP_WORDS.contains(word);
                if (pair && (seeds.contains(word) || seeds.contains(previous))) {
                    pairs.add(previous + " " + word);
                }
                previous = STOP_WORDS.contains(word) ? "" : word;
            }
        }
        return pairs;
    }

    /** As it is indexed; most words are spelled so already. */
    private static String surface(String spelled, Set<String> seeds) {
        boolean plain = seeds.contains(spelled) || spelled.chars().allMatch(letter -> letter >= 'a' && letter <= 'z');
        return plain ? spelled : WordForms.of(spelled).surface();
    }

    private static List<RisingWord> chosen(List<RisingWord> words, List<RisingWord> phrases) {
        List<RisingWord> chosen = new ArrayList<>(phrases);
        words.stream()
                .filter(word -> word.keyness() >= Keyness.TELLING)
                .filter(word -> phrases.stream().noneMatch(phrase -> saysItAll(phrase, word)))
                .forEach(chosen::add);
        chosen.sort(MOST_TELLING);
        return List.copyOf(chosen.subList(0, Math.min(MOST, chosen.size())));
    }

    private static boolean saysItAll(RisingWord phrase, RisingWord word) {
        return List.of(phrase.words().split(" ", -1)).contains(word.words())
                && phrase.keyness() >= SAYS_IT_ALL * word.keyness();
    }
}
