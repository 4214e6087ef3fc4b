package dev.callsift.search;

import dev.callsift.pipeline.index.CallClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalMatchesIterator;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.QueryVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Intervals that hold only at certain times. Positions do not tell them: where two people talk at once, what stands later may
 * have been said earlier. So the times of all candidates of a call are read from its position map, and compared.
 */
abstract class TimedSource extends IntervalsSource {

    private final List<IntervalsSource> parts;

    TimedSource(List<IntervalsSource> parts) {
        this.parts = List.copyOf(parts);
    }

    /**
     * Which spans hold.
     *
     * @param found for each part its spans in one call; none is empty
     * @return those that hold, of every part
     */
    abstract List<Span> holding(List<List<Span>> found, CallClock clock) throws IOException;

    /** What tells two sources over the same parts apart. */
    abstract Object bounds();

    @Override
    // Lucene says with null that a segment has none
    @SuppressWarnings("NullAway")
    public @Nullable IntervalIterator intervals(String field, LeafReaderContext context) throws IOException {
        List<IntervalIterator> iterators = new ArrayList<>();
        for (IntervalsSource part : parts) {
            IntervalIterator iterator = part.intervals(field, context);
            if (iterator == null) {
                return null;
            }
            iterators.add(iterator);
        }
        return new TimedIntervals(this, iterators, CallClock.of(context));
    }

    @Override
    @SuppressWarnings("NullAway")
    public @Nullable IntervalMatchesIterator matches(String field, LeafReaderContext context, int document)
            throws IOException {
        List<List<Span>> found = new ArrayList<>();
        for (IntervalsSource part : parts) {
            List<Span> spans = Span.of(part.matches(field, context, document));
            if (spans.isEmpty()) {
                return null;
            }
            found.add(spans);
        }
        CallClock clock = CallClock.of(context);
        clock.advance(document);
        List<Span> holding = holding(found, clock);
        return holding.isEmpty() ? null : new SpanMatches(holding);
    }

    @Override
    public void visit(String field, QueryVisitor visitor) {
        parts.forEach(part -> part.visit(field, visitor));
    }

    @Override
    public int minExtent() {
        return parts.stream().mapToInt(IntervalsSource::minExtent).max().orElse(1);
    }

    @Override
    public Collection<IntervalsSource> pullUpDisjunctions() {
        return List.of(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TimedSource that
                && that.getClass() == getClass()
                && that.parts.equals(parts)
                && that.bounds().equals(bounds());
    }

    @Override
    public int hashCode() {
        return Objects.hash(getClass(), parts, bounds());
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + parts + bounds();
    }
}
