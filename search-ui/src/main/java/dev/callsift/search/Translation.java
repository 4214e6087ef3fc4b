package dev.callsift.search;

import dev.callsift.pipeline.index.SpokenField;
import dev.callsift.pipeline.index.SpokenField.Voice;
import dev.callsift.pipeline.index.WordForms;
import dev.callsift.search.QueryNode.All;
import dev.callsift.search.QueryNode.Any;
import dev.callsift.search.QueryNode.Everything;
import dev.callsift.search.QueryNode.Not;
import dev.callsift.search.QueryNode.Phrase;
import dev.callsift.search.QueryNode.Prefix;
import dev.callsift.search.QueryNode.Said;
import dev.callsift.search.QueryNode.Word;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Turns a query as understood into Lucene's. */
enum Translation {
    /** Finds what was recognized. */
    SURE,
    /** Finds what may have been said as well. What must not have been said is judged by what was recognized. */
    POSSIBLE;

    private static final Pattern SPELLABLE = Pattern.compile("\\p{L}{2,5}");

    Query of(QueryNode node) {
        return of(node, Voice.ANYONE);
    }

    private Query of(QueryNode node, Voice voice) {
        return switch (node) {
            case Everything everything -> MatchAllDocsQuery.INSTANCE;
            case Word word -> word(word.word(), voice);
            case Phrase phrase -> phrase(phrase.words(), voice);
            case Prefix prefix -> prefix(prefix.start(), voice);
            case Said said -> of(said.what(), said.by());
            case Not not -> all(List.of(not), voice);
            case All all -> all(all.parts(), voice);
            case Any any ->
                either(any.parts().stream().map(part -> of(part, voice)).toList());
        };
    }

    private Query all(List<QueryNode> parts, Voice voice) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        for (QueryNode part : parts) {
            if (part instanceof Not not) {
                query.add(SURE.of(not.what(), voice), Occur.MUST_NOT);
            } else {
                query.add(of(part, voice), Occur.MUST);
            }
        }
        if (parts.stream().allMatch(Not.class::isInstance)) {
            query.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        }
        return query.build();
    }

    private Query word(String word, Voice voice) {
        WordForms forms = WordForms.of(word);
        Query stem = term(SpokenField.STEMS, voice, forms.stem());
        Query said = SPELLABLE.matcher(word).matches() ? best(List.of(stem, spelled(word, voice))) : stem;
        return switch (this) {
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

    private Query phrase(List<String> words, Voice voice) {
        List<WordForms> forms = words.stream().map(WordForms::of).toList();
        return switch (this) {
            case SURE ->
                new PhraseQuery(
                        SpokenField.WORDS.of(voice),
                        forms.stream().map(WordForms::surface).toArray(String[]::new));
            case POSSIBLE -> soundsInOrder(forms, voice);
        };
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

    private Query prefix(String start, Voice voice) {
        String surface = WordForms.of(start).surface();
        Query said = new PrefixQuery(new Term(SpokenField.WORDS.of(voice), surface));
        return switch (this) {
            case SURE -> said;
            case POSSIBLE -> either(List.of(said, new PrefixQuery(new Term(SpokenField.SOUNDS.of(voice), surface))));
        };
    }

    private static Query term(SpokenField field, Voice voice, String term) {
        return new TermQuery(new Term(field.of(voice), term));
    }

    private static Query best(List<Query> queries) {
        return new DisjunctionMaxQuery(queries, 0);
    }

    private static Query either(List<Query> queries) {
        if (queries.size() == 1) {
            return queries.getFirst();
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        queries.forEach(part -> query.add(part, Occur.SHOULD));
        return query.build();
    }
}
