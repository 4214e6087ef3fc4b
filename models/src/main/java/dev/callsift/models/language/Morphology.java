package dev.callsift.models.language;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTagFormat;
import opennlp.tools.postag.ThreadSafePOSTaggerME;

/**
 * Parts of speech and dictionary forms of English words, by OpenNLP's own models (trained on the Universal Dependencies
 * treebank EWT, Apache License 2.0). Safe for use by several threads.
 *
 * <p>On lower-case speech without punctuation the part of speech is often a guess ({@code thinking of cancelling/NOUN}), and
 * a lemma hangs on it. So a word gets its lemma as what it was tagged, as a verb and as a noun. Each lemma is asked for once
 * and remembered: lemmatizing whole utterances halves the speed for nothing.
 */
final class Morphology {

    private static final String TAGGER = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";
    private static final String LEMMATIZER = "/opennlp-en-ud-ewt-lemmas-1.3-2.5.4.bin";
    private static final String POS_MODEL = "pos.model";
    private static final int REMEMBERED = 200_000;

    private final ThreadSafePOSTaggerME tagger;
    private final LemmatizerME lemmatizer;
    private final Map<String, Set<String>> lemmas = new ConcurrentHashMap<>();

    private Morphology(POSModel tagger, LemmatizerModel lemmatizer) {
        this.tagger = new ThreadSafePOSTaggerME(tagger, POSTagFormat.UD);
        this.lemmatizer = new LemmatizerME(lemmatizer);
    }

    /** The models, loaded once for the process, in about a third of a second. */
    static Morphology english() {
        return English.INSTANCE;
    }

    private static final class English {
        static final Morphology INSTANCE = load();
    }

    private static Morphology load() {
        try (InputStream tagger = open(TAGGER);
                InputStream lemmatizer = open(LEMMATIZER)) {
            return new Morphology(greedy(new POSModel(tagger)), new LemmatizerModel(lemmatizer));
        } catch (IOException e) {
            throw new IllegalStateException("OpenNLP's English models cannot be read from the class path", e);
        }
    }

    /** The model without its beam of three, which gives the same tags in more than twice the time. */
    private static POSModel greedy(POSModel tagger) {
        return new POSModel(
                tagger.getLanguage(), tagger.<MaxentModel>getArtifact(POS_MODEL), 1, Map.of(), tagger.getFactory());
    }

    private static InputStream open(String resource) throws IOException {
        InputStream stream = Morphology.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IOException(resource + " is missing; add the opennlp-models artifacts to the class path");
        }
        return stream;
    }

    /** A universal part-of-speech tag for each word of an utterance. */
    List<String> partsOfSpeech(List<String> words) {
        return List.of(tagger.tag(words.toArray(String[]::new)));
    }

    /** The word itself and what it can be a form of. */
    Set<String> lemmas(String word, String partOfSpeech) {
        String key = partOfSpeech + " " + word;
        Set<String> known = lemmas.get(key);
        if (known != null) {
            return known;
        }
        Set<String> found = lemmatize(word, partOfSpeech);
        if (lemmas.size() < REMEMBERED) {
            lemmas.put(key, found);
        }
        return found;
    }

    private Set<String> lemmatize(String word, String partOfSpeech) {
        Set<String> found = new TreeSet<>(Set.of(word));
        for (String tag : List.of(partOfSpeech, "VERB", "NOUN")) {
            found.add(lemmatizeOne(word, tag));
        }
        found.addAll(stems(word));
        return Set.copyOf(found);
    }

    /**
     * The lemmatizer learned from newspapers and the web, where nobody was cancelling or refunded; so endings are taken off by
     * rule as well. What is no word then does no harm, for no pattern asks for it.
     */
    private static Set<String> stems(String word) {
        String stem = word.replaceFirst("(?<=...)(ing|ed)$", "");
        if (stem.equals(word)) {
            return Set.of();
        }
        char last = stem.charAt(stem.length() - 1);
        boolean doubled = last == stem.charAt(stem.length() - 2);
        return doubled ? Set.of(stem, stem.substring(0, stem.length() - 1)) : Set.of(stem, stem + "e");
    }

    private String lemmatizeOne(String word, String partOfSpeech) {
        // the lemmatizer keeps state between calls
        synchronized (lemmatizer) {
            return lemmatizer.lemmatize(new String[] {word}, new String[] {partOfSpeech})[0].toLowerCase(Locale.ROOT);
        }
    }
}
