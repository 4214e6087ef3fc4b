package dev.callsift.pipeline.index;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * The forms under which a word is indexed and searched.
 *
 * @param surface lower case, straight apostrophes, no punctuation around it
 * @param stem by Snowball's English stemmer. It was chosen over KStem because it makes one of cancel, cancelled, canceling,
 *     cancelation and cancellation; KStem keeps the nouns apart
 * @param keys how it sounds, one or two double metaphone keys in upper case; for a word too short to have a telling key its
 *     stem, since two consonants sound like half the language
 */
public record WordForms(String surface, String stem, List<String> keys) {

    private static final int LONGEST_WORD = 100;
    private static final int LONGEST_KEY = 6;
    private static final int SHORTEST_KEY = 3;
    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{N}']+|[^\\p{L}\\p{N}']+$");
    private static final Pattern NOT_A_WORD = Pattern.compile("[<\\[].*|[^\\p{L}\\p{N}]*");

    public WordForms {
        keys = List.copyOf(keys);
    }

    /** The forms of one word as a recognizer or a person spells it, or of nothing for noise marks such as {@code <unk>}. */
    public static WordForms of(String word) {
        if (NOT_A_WORD.matcher(word).matches()) {
            return new WordForms("", "", List.of());
        }
        String surface = surface(word);
        String stem = stem(surface);
        return new WordForms(surface, stem, keys(stem));
    }

    /** Whether there is nothing to index: a mark, not a word. */
    public boolean silent() {
        return surface.isEmpty();
    }

    private static String surface(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        String bare = AROUND.matcher(lower).replaceAll("");
        return bare.length() > LONGEST_WORD ? bare.substring(0, LONGEST_WORD) : bare;
    }

    /** Contractions lose their apostrophe, because people type {@code dont}. */
    private static String stem(String surface) {
        EnglishStemmer stemmer = new EnglishStemmer();
        stemmer.setCurrent(surface.endsWith("n't") ? surface.replace("'", "") : surface);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    private static List<String> keys(String stem) {
        DoubleMetaphone metaphone = new DoubleMetaphone();
        metaphone.setMaxCodeLen(LONGEST_KEY);
        Set<String> keys = new LinkedHashSet<>();
        keys.add(key(metaphone.doubleMetaphone(stem, false), stem));
        keys.add(key(metaphone.doubleMetaphone(stem, true), stem));
        return List.copyOf(keys);
    }

    private static String key(@Nullable String key, String stem) {
        return key == null || key.length() < SHORTEST_KEY ? stem : key;
    }
}
