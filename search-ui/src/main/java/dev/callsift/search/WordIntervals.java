package dev.callsift.search;

import dev.callsift.pipeline.index.SpokenField;
import dev.callsift.pipeline.index.SpokenField.Voice;
import dev.callsift.pipeline.index.WordForms;
import dev.callsift.search.query.QueryNode;
import dev.callsift.search.query.QueryNode.Any;
import dev.callsift.search.query.QueryNode.During;
import dev.callsift.search.query.QueryNode.Fuzzy;
import dev.callsift.search.query.QueryNode.Near;
import dev.callsift.search.query.QueryNode.Phrase;
import dev.callsift.search.query.QueryNode.Prefix;
import dev.callsift.search.query.QueryNode.Said;
import dev.callsift.search.query.QueryNode.Step;
import dev.callsift.search.query.QueryNode.Then;
import dev.callsift.search.query.QueryNode.Word;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;

/**
 * Words and phrases with their places in a call, as sources of intervals. All fields share one position space, so sources over
 * the words of different speakers can be combined.
 */
final class WordIntervals {

    private final Certainty certainty;
    private final Lexicon lexicon;

    WordIntervals(Certainty certainty, Lexicon lexicon) {
        this.certainty = certainty;
        this.lexicon = lexicon;
    }

    IntervalsSource of(QueryNode node, Scope scope) throws IOException {
        return switch (node) {
            case Word word -> during(scope, word(word.word(), scope.voice()));
            case Phrase phrase -> during(scope, phrase(phrase.words(), scope.voice()));
            case Prefix prefix -> during(scope, prefix(prefix, scope.voice()));
            case Fuzzy fuzzy -> during(scope, fuzzy(fuzzy, scope.voice()));
            case Any any -> Intervals.or(all(any.parts(), scope));
            case Near near -> Intervals.maxgaps(near.others(), Intervals.unordered(array(all(near.parts(), scope))));
            case Then then -> then(then, scope);
            case Said(var by, var what) -> of(what, scope.by(by));
            case During(var windows, var what) -> of(what, scope.during(windows));
            default -> throw new IllegalArgumentException("has no place in a call: " + node.text());
        };
    }

    private static IntervalsSource during(Scope scope, IntervalsSource words) {
        return scope.windows().isEmpty() ? words : new WindowSource(words, scope.windows());
    }

    private IntervalsSource then(Then then, Scope scope) throws IOException {
        List<QueryNode> parts = Stream.concat(
                        Stream.of(then.first()), then.steps().stream().map(Step::what))
                .toList();
        return new SequenceSource(
                all(parts, scope), then.steps().stream().map(Step::withinMs).toList());
    }

    private List<IntervalsSource> all(List<QueryNode> parts, Scope scope) throws IOException {
        List<IntervalsSource> sources = new ArrayList<>();
        for (QueryNode part : parts) {
            sources.add(of(part, scope));
        }
        return sources;
    }

    private IntervalsSource word(String word, Voice voice) {
        WordForms forms = WordForms.of(word);
        List<IntervalsSource> said = new ArrayList<>();
        said.add(term(SpokenField.STEMS, voice, forms.stem()));
        if (WordQueries.SPELLABLE.matcher(word).matches()) {
            said.add(fixed(SpokenField.WORDS, voice, Intervals.phrase(word.split(""))));
        }
        if (certainty == Certainty.POSSIBLE) {
            said.add(sounds(forms, voice));
        }
        return either(said);
    }

    private static IntervalsSource sounds(WordForms forms, Voice voice) {
        return either(forms.keys().stream()
                .map(key -> term(SpokenField.SOUNDS, voice, key))
                .toList());
    }

    private IntervalsSource phrase(List<String> words, Voice voice) {
        Stream<WordForms> forms = words.stream().map(WordForms::of);
        return Intervals.phrase(array(
                switch (certainty) {
                    case SURE ->
                        forms.map(form -> term(SpokenField.WORDS, voice, form.surface()))
                                .toList();
                    case POSSIBLE -> forms.map(form -> sounds(form, voice)).toList();
                }));
    }

    private IntervalsSource prefix(Prefix prefix, Voice voice) throws IOException {
        List<IntervalsSource> said = new ArrayList<>();
        said.add(oneOf(SpokenField.WORDS, voice, lexicon.beginning(prefix, SpokenField.WORDS)));
        if (certainty == Certainty.POSSIBLE) {
            said.add(oneOf(SpokenField.SOUNDS, voice, lexicon.beginning(prefix, SpokenField.SOUNDS)));
        }
        return either(said);
    }

    private IntervalsSource fuzzy(Fuzzy fuzzy, Voice voice) throws IOException {
        List<IntervalsSource> said = new ArrayList<>();
        said.add(word(fuzzy.word(), voice));
        said.add(oneOf(SpokenField.WORDS, voice, lexicon.alike(fuzzy, SpokenField.WORDS)));
        if (certainty == Certainty.POSSIBLE) {
            said.add(oneOf(SpokenField.SOUNDS, voice, lexicon.alike(fuzzy, SpokenField.SOUNDS)));
        }
        return either(said);
    }

    private static IntervalsSource oneOf(SpokenField field, Voice voice, List<String> terms) {
        return either(terms.stream().map(term -> term(field, voice, term)).toList());
    }

    private static IntervalsSource term(SpokenField field, Voice voice, String term) {
        return fixed(field, voice, Intervals.term(term));
    }

    private static IntervalsSource fixed(SpokenField field, Voice voice, IntervalsSource source) {
        return Intervals.fixField(field.of(voice), source);
    }

    private static IntervalsSource either(List<IntervalsSource> sources) {
        return sources.isEmpty() ? Intervals.noIntervals("no such word") : Intervals.or(sources);
    }

    private static IntervalsSource[] array(List<IntervalsSource> sources) {
        return sources.toArray(IntervalsSource[]::new);
    }
}
