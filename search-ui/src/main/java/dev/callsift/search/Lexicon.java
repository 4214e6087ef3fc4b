package dev.callsift.search;

import dev.callsift.pipeline.index.SpokenField;
import dev.callsift.pipeline.index.SpokenField.Voice;
import dev.callsift.search.query.QueryNode;
import dev.callsift.search.query.QueryNode.Fuzzy;
import dev.callsift.search.query.QueryNode.Prefix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * The words of the index, for what stands for many of them. A beginning stands for at most {@value #MOST_BEGINNING} words and
 * a spelling for at most {@value #MOST_ALIKE}: the most frequent ones. What was left out is known by {@link #cuts()}. For one
 * search, by one thread.
 */
final class Lexicon {

    static final int MOST_BEGINNING = 200;
    static final int MOST_ALIKE = 50;

    private static final int MOST_READ = 20_000;

    private final IndexReader reader;
    private final Map<String, List<String>> known = new HashMap<>();
    private final Map<QueryNode, Integer> cuts = new LinkedHashMap<>();

    Lexicon(IndexReader reader) {
        this.reader = reader;
    }

    /** @param weight in how many calls it is said; of words spelled alike the nearest weigh more */
    record Entry(String term, double weight) {}

    /** What stands for more words than were searched, and for how many it stands. */
    Map<QueryNode, Integer> cuts() {
        return cuts;
    }

    /** Words that begin so, as they stand in a field. */
    List<String> beginning(Prefix prefix, SpokenField field) throws IOException {
        String key = field + " " + prefix.text();
        if (!known.containsKey(key)) {
            known.put(key, most(prefix, field, beginning(prefix.start(), field), MOST_BEGINNING));
        }
        return known.getOrDefault(key, List.of());
    }

    /** Words spelled alike, as they stand in a field. */
    List<String> alike(Fuzzy fuzzy, SpokenField field) throws IOException {
        String key = field + " " + fuzzy.text();
        if (!known.containsKey(key)) {
            known.put(key, most(fuzzy, field, entriesAlike(fuzzy, field), MOST_ALIKE));
        }
        return known.getOrDefault(key, List.of());
    }

    private List<String> most(QueryNode node, SpokenField field, List<Entry> entries, int most) {
        if (entries.size() > most && field == SpokenField.WORDS) {
            cuts.put(node, entries.size());
        }
        return entries.stream()
                .sorted(Comparator.comparingDouble(Entry::weight).reversed().thenComparing(Entry::term))
                .limit(most)
                .map(Entry::term)
                .toList();
    }

    /** All words of a field that begin so, with the number of calls they are said in. */
    List<Entry> beginning(String start, SpokenField field) throws IOException {
        Optional<TermsEnum> terms = terms(field);
        List<Entry> entries = new ArrayList<>();
        BytesRef prefix = new BytesRef(start);
        if (terms.isEmpty() || terms.get().seekCeil(prefix) == TermsEnum.SeekStatus.END) {
            return entries;
        }
        for (BytesRef term = terms.get().term();
                within(term, prefix, entries);
                term = terms.get().next()) {
            entries.add(new Entry(term.utf8ToString(), terms.get().docFreq()));
        }
        return entries;
    }

    private static boolean within(@Nullable BytesRef term, BytesRef prefix, List<Entry> sofar) {
        return term != null && sofar.size() < MOST_READ && StringHelper.startsWith(term, prefix);
    }

    private Optional<TermsEnum> terms(SpokenField field) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, field.of(Voice.ANYONE));
        return terms == null ? Optional.empty() : Optional.of(terms.iterator());
    }

    private List<Entry> entriesAlike(Fuzzy fuzzy, SpokenField field) throws IOException {
        String name = field.of(Voice.ANYONE);
        Terms terms = MultiTerms.getTerms(reader, name);
        List<Entry> entries = new ArrayList<>();
        if (terms == null) {
            return entries;
        }
        FuzzyTermsEnum alike = new FuzzyTermsEnum(terms, new Term(name, fuzzy.word()), fuzzy.edits(), 1, true);
        for (BytesRef term = alike.next(); term != null && entries.size() < MOST_READ; term = alike.next()) {
            entries.add(new Entry(term.utf8ToString(), alike.getBoost() * MOST_READ + Math.log1p(alike.docFreq())));
        }
        return entries;
    }

    /** Values of a facet that hold {@code part}, in small letters, with the number of calls that have them. */
    List<Entry> values(String field, String part) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, field);
        List<Entry> entries = new ArrayList<>();
        if (terms == null) {
            return entries;
        }
        TermsEnum all = terms.iterator();
        int read = 0;
        for (BytesRef term = all.next(); term != null && read < MOST_READ; term = all.next(), read++) {
            String value = term.utf8ToString();
            if (value.toLowerCase(Locale.ROOT).contains(part)) {
                entries.add(new Entry(value, all.docFreq()));
            }
        }
        return entries;
    }

    /** In how many calls a word is said in any of its forms, for sure. */
    int calls(String stem) throws IOException {
        return reader.docFreq(new Term(SpokenField.STEMS.of(Voice.ANYONE), stem));
    }
}
