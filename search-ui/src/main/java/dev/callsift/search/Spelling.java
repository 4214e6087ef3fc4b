package dev.callsift.search;

import dev.callsift.pipeline.index.SpokenField;
import dev.callsift.pipeline.index.SpokenField.Voice;
import dev.callsift.pipeline.index.WordForms;
import dev.callsift.search.query.FilterField;
import dev.callsift.search.query.FilterValue.Is;
import dev.callsift.search.query.ParsedQuery;
import dev.callsift.search.query.ParsedQuery.Place;
import dev.callsift.search.query.QueryNode.Filter;
import dev.callsift.search.query.QueryNode.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/** Words that are said and values that exist, for words nobody says and values no call has. */
final class Spelling {

    private static final int MOST = 3;
    private static final int SHORTEST = 3;

    private final IndexReader reader;
    private final Lexicon lexicon;
    private final DirectSpellChecker checker = new DirectSpellChecker();

    Spelling(IndexReader reader, Lexicon lexicon) {
        this.reader = reader;
        this.lexicon = lexicon;
        checker.setMinQueryLength(SHORTEST);
    }

    /** A place in a query, and what could stand there instead, the best first. */
    private record Correction(Place place, List<String> instead) {}

    /** Whole queries. With one unknown word, one for each of the best corrections; with several, one that corrects all. */
    List<String> corrections(ParsedQuery query) throws IOException {
        List<Correction> corrections = new ArrayList<>();
        for (Place place : query.places()) {
            List<String> instead = place.wanted() ? instead(place) : List.of();
            if (!instead.isEmpty()) {
                corrections.add(new Correction(place, instead));
            }
        }
        return switch (corrections.size()) {
            case 0 -> List.of();
            case 1 -> {
                Correction only = corrections.getFirst();
                yield only.instead().stream()
                        .map(word -> query.with(only.place(), word))
                        .toList();
            }
            default -> List.of(all(query.typed(), corrections));
        };
    }

    /** From the end, so that places before stay where they are. */
    private static String all(String typed, List<Correction> corrections) {
        StringBuilder text = new StringBuilder(typed);
        corrections.stream()
                .sorted(Comparator.comparingInt((Correction c) -> c.place().start())
                        .reversed())
                .forEach(c -> text.replace(
                        c.place().start(), c.place().end(), c.instead().getFirst()));
        return text.toString().strip();
    }

    private List<String> instead(Place place) throws IOException {
        return switch (place.node()) {
            case Word word -> words(word.word());
            case Filter(var field, Is(var value)) -> values(field, value);
            default -> List.of();
        };
    }

    private List<String> words(String word) throws IOException {
        if (lexicon.calls(WordForms.of(word).stem()) > 0) {
            return List.of();
        }
        return alike(SpokenField.WORDS.of(Voice.ANYONE), word).toList();
    }

    private List<String> values(FilterField field, String value) throws IOException {
        Term term = new Term(Filters.indexField(field), value);
        return reader.docFreq(term) > 0
                ? List.of()
                : alike(term.field(), value)
                        .flatMap(other -> Filter.of(field, other).stream())
                        .map(Filter::text)
                        .toList();
    }

    private Stream<String> alike(String field, String word) throws IOException {
        SuggestWord[] words =
                checker.suggestSimilar(new Term(field, word), MOST, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
        return Arrays.stream(words).map(found -> found.string);
    }
}
