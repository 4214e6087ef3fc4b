package dev.callsift.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.search.MatchesIterator;
import org.jspecify.annotations.Nullable;

/**
 * Some words of a call, by their positions.
 *
 * @param words the matching words themselves, where others stand between them; otherwise the span itself is meant
 */
record Span(int first, int last, List<Span> words) {

    static final Comparator<Span> BY_PLACE =
            Comparator.comparingInt(Span::first).thenComparingInt(Span::last);

    Span {
        words = List.copyOf(words);
    }

    static Span of(int first, int last) {
        return new Span(first, last, List.of());
    }

    /** Every match with the words it consists of. */
    static List<Span> of(@Nullable MatchesIterator matches) throws IOException {
        List<Span> spans = new ArrayList<>();
        while (matches != null && matches.next()) {
            spans.add(new Span(matches.startPosition(), matches.endPosition(), of(matches.getSubMatches())));
        }
        return spans;
    }

    /** The words that match, without those between them. */
    List<Span> leaves() {
        return words.isEmpty()
                ? List.of(this)
                : words.stream().flatMap(word -> word.leaves().stream()).toList();
    }
}
