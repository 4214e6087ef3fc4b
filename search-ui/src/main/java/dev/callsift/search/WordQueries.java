package dev.callsift.search;

import dev.callsift.pipeline.index.SpokenField;
import dev.callsift.pipeline.index.SpokenField.Voice;
import dev.callsift.pipeline.index.WordForms;
import dev.callsift.search.query.QueryNode.Fuzzy;
import dev.callsift.search.query.QueryNode.Prefix;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Words and phrases anywhere in a call, as queries that score. */
final class WordQueries {

    static final Pattern SPELLABLE = Pattern.compile("\\p{L}{2,5}");

    private static final int MOST_COUNTED = 32;

    private final Certainty certainty;
    private final Lexicon lexicon;

    WordQueries(Certainty certainty, Lexicon lexicon) {
        this.certainty = certainty;
        this.lexicon = lexicon;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    Query word(String word, Voice voice) {
        WordForms forms = WordForms.of(word);
        Query stem = term(SpokenField.STEMS, voice, forms.stem());
        Query said = SPELLABLE.matcher(word).matches() ? best(List.of(stem, spelled(word, voice))) : stem;
        return switch (certainty) {
            case SURE -> said;
            case POSSIBLE -> either(List.of(said, sounds(forms, voice)));
        };
    }

    /** Recognizers write an abbreviation letter by letter: cod is heard as c o d. */
    private static Query spelled(String word, Voice voice) {
        return new PhraseQuery(SpokenField.WORDS.of(voice), word.split(""));
    }

    private static Query sounds(WordForms forms, Voice voice) {
        return either(forms.keys().stream()
                .map(key -> term(SpokenField.SOUNDS, voice, key))
                .toList());
    }

    Query phrase(List<String> words, Voice voice) {
        List<WordForms> forms = words.stream().map(WordForms::of).toList();
        return switch (certainty) {
            case SURE ->
                new PhraseQuery(
                        SpokenField.WORDS.of(voice),
                        forms.stream().map(WordForms::surface).toArray(String[]::new));
            case POSSIBLE -> soundsInOrder(forms, voice);
        };
    }

    /** Matches the same calls as {@link #phrase}, at a fraction of its cost: pairs of words are rarer than words. */
    Query phraseByPairs(List<String> words, Voice voice) {
        if (certainty == Certainty.POSSIBLE || words.size() < 2) {
            return phrase(words, voice);
        }
        List<WordForms> forms = words.stream().map(WordForms::of).toList();
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        int last = words.size() - 2;
        for (int i = 0; i < last; i += 2) {
            phrase.add(pair(forms, i, voice), i);
        }
        return phrase.add(pair(forms, last, voice), last).build();
    }

    private static Term pair(List<WordForms> words, int first, Voice voice) {
        return new Term(SpokenField.PAIRS.of(voice), SpokenField.pair(words.get(first), words.get(first + 1)));
    }

    private static Query soundsInOrder(List<WordForms> words, Voice voice) {
        MultiPhraseQuery.Builder phrase = new MultiPhraseQuery.Builder();
        for (WordForms word : words) {
            phrase.add(word.keys().stream()
                    .map(key -> new Term(SpokenField.SOUNDS.of(voice), key))
                    .toArray(Term[]::new));
        }
        return phrase.build();
    }

    Query prefix(Prefix prefix, Voice voice) throws IOException {
        Query said = oneOf(SpokenField.WORDS, voice, lexicon.beginning(prefix, SpokenField.WORDS));
        return switch (certainty) {
            case SURE -> said;
            case POSSIBLE ->
                either(List.of(said, oneOf(SpokenField.SOUNDS, voice, lexicon.beginning(prefix, SpokenField.SOUNDS))));
        };
    }

    /** The word itself counts in all its forms, others as they are spelled. */
    Query fuzzy(Fuzzy fuzzy, Voice voice) throws IOException {
        Query alike = oneOf(SpokenField.WORDS, voice, lexicon.alike(fuzzy, SpokenField.WORDS));
        Query said = best(List.of(word(fuzzy.word(), voice), alike));
        return switch (certainty) {
            case SURE -> said;
            case POSSIBLE ->
                either(List.of(said, oneOf(SpokenField.SOUNDS, voice, lexicon.alike(fuzzy, SpokenField.SOUNDS))));
        };
    }

    /**
     * Any of several words, scored as if they were one. Where they are very many, how often they are said tells nothing, and to count it takes
     * long: calls that hold any of them score alike, so the newest come first.
     */
    private static Query oneOf(SpokenField field, Voice voice, List<String> terms) {
        if (terms.size() > MOST_COUNTED) {
            return new TermInSetQuery(
                    MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE,
                    field.of(voice),
                    terms.stream().map(BytesRef::new).toList());
        }
        SynonymQuery.Builder query = new SynonymQuery.Builder(field.of(voice));
        terms.forEach(term -> query.addTerm(new Term(field.of(voice), term)));
        return query.build();
    }

    private static Query term(SpokenField field, Voice voice, String term) {
        return new TermQuery(new Term(field.of(voice), term));
    }

    private static Query best(List<Query> queries) {
        return new DisjunctionMaxQuery(queries, 0);
    }

    static Query either(List<Query> queries) {
        if (queries.size() == 1) {
            return queries.getFirst();
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        queries.forEach(part -> query.add(part, Occur.SHOULD));
        return query.build();
    }
}
