package dev.callsift.search;

import java.util.List;
import org.apache.lucene.queries.intervals.IntervalMatchesIterator;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Hands spans to Lucene as matches, the words of each as its parts. */
final class SpanMatches implements IntervalMatchesIterator {

    private static final Query PART = new MatchNoDocsQuery("part of a match");

    private final List<Span> spans;
    private int at = -1;

    /** @param spans in the order of their places */
    SpanMatches(List<Span> spans) {
        this.spans = List.copyOf(spans);
    }

    @Override
    public boolean next() {
        return ++at < spans.size();
    }

    @Override
    public int startPosition() {
        return spans.get(at).first();
    }

    @Override
    public int endPosition() {
        return spans.get(at).last();
    }

    /** Words carry no offsets; {@code -1} is what Lucene says then. */
    @Override
    public int startOffset() {
        return -1;
    }

    @Override
    public int endOffset() {
        return -1;
    }

    @Override
    // Lucene says with null that a match has no parts
    @SuppressWarnings("NullAway")
    public @Nullable MatchesIterator getSubMatches() {
        List<Span> words = spans.get(at).words();
        return words.isEmpty() ? null : new SpanMatches(words);
    }

    @Override
    public Query getQuery() {
        return PART;
    }

    @Override
    public int gaps() {
        return 0;
    }

    @Override
    public int width() {
        return endPosition() - startPosition() + 1;
    }
}
