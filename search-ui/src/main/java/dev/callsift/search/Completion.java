package dev.callsift.search;

import dev.callsift.pipeline.index.SpokenField;
import dev.callsift.search.Suggestions.Kind;
import dev.callsift.search.Suggestions.Suggestion;
import dev.callsift.search.query.FieldNames;
import dev.callsift.search.query.FilterField;
import dev.callsift.search.query.QueryNode.Filter;
import dev.callsift.search.query.Typing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;

/** Completes what someone is typing, from the words and values of the index. */
final class Completion {

    private static final int MOST_VALUES = 8;
    private static final int MOST_WORDS = 6;
    private static final int MOST_BESIDE_WORDS = 3;
    private static final int SHORTEST = 2;

    private final Lexicon lexicon;

    Completion(IndexReader reader) {
        this.lexicon = new Lexicon(reader);
    }

    Suggestions of(Typing typing) throws IOException {
        Optional<FilterField> field = FilterField.of(typing.field());
        List<Suggestion> found =
                field.isPresent() ? values(field.get(), typing.typed(), MOST_VALUES) : beside(typing.typed());
        return new Suggestions(typing.start(), typing.end(), found);
    }

    private List<Suggestion> beside(String typed) throws IOException {
        List<Suggestion> found = new ArrayList<>();
        if (typed.length() < SHORTEST) {
            return found;
        }
        String lower = typed.toLowerCase(Locale.ROOT);
        FieldNames.ALL.stream()
                .filter(name -> name.startsWith(lower))
                .map(name -> new Suggestion(Kind.NAME, name + ":", "", 0))
                .forEach(found::add);
        found.addAll(words(lower));
        for (FilterField field : Facets.FIELDS) {
            found.addAll(values(field, lower, MOST_BESIDE_WORDS));
        }
        return found.subList(0, Math.min(found.size(), MOST_WORDS + MOST_VALUES));
    }

    private List<Suggestion> words(String start) throws IOException {
        return lexicon.beginning(start, SpokenField.WORDS).stream()
                .sorted(Comparator.comparingDouble(Lexicon.Entry::weight).reversed())
                .limit(MOST_WORDS)
                .map(entry -> new Suggestion(Kind.WORD, entry.term(), "", (int) entry.weight()))
                .toList();
    }

    private List<Suggestion> values(FilterField field, String part, int most) throws IOException {
        if (!Facets.FIELDS.contains(field)) {
            return List.of();
        }
        return lexicon.values(Filters.indexField(field), part.toLowerCase(Locale.ROOT)).stream()
                .sorted(Comparator.comparingDouble(Lexicon.Entry::weight).reversed())
                .limit(most)
                .flatMap(entry -> Filter.of(field, entry.term()).stream()
                        .map(filter -> new Suggestion(
                                Kind.FILTER, filter.text(), code(field, entry.term()), (int) entry.weight())))
                .toList();
    }

    private static String code(FilterField field, String value) {
        return switch (field) {
            case REASON, MODIFY, TOPIC -> field.key() + "." + value;
            case OUTCOME -> "cancel." + value;
            default -> "";
        };
    }
}
