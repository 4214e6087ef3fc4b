package dev.callsift.search;

import dev.callsift.pipeline.index.CallClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.search.ConjunctionUtils;
import org.apache.lucene.search.DocIdSetIterator;

/** Goes through the intervals of a {@link TimedSource}: the spans of one call at a time, once all its parts have some. */
final class TimedIntervals extends IntervalIterator {

    /** What it costs to look up times, in Lucene's unit: about a hundred simple operations. */
    private static final float LOOK_UP_COST = 100;

    private final TimedSource source;
    private final List<IntervalIterator> parts;
    private final DocIdSetIterator together;
    private final CallClock clock;
    private List<Span> spans = List.of();
    private int read = -1;
    private int next;
    private int start = -1;
    private int end = -1;

    TimedIntervals(TimedSource source, List<IntervalIterator> parts, CallClock clock) {
        this.source = source;
        this.parts = List.copyOf(parts);
        this.together = parts.size() == 1
                ? parts.getFirst()
                : ConjunctionUtils.intersectIterators(new ArrayList<DocIdSetIterator>(parts));
        this.clock = clock;
    }

    @Override
    public int nextInterval() throws IOException {
        if (read != docID()) {
            spans = holding();
            next = 0;
            read = docID();
        }
        boolean more = next < spans.size();
        start = more ? spans.get(next).first() : NO_MORE_INTERVALS;
        end = more ? spans.get(next).last() : NO_MORE_INTERVALS;
        next++;
        return start;
    }

    private List<Span> holding() throws IOException {
        List<List<Span>> found = new ArrayList<>();
        for (IntervalIterator part : parts) {
            List<Span> spansOfPart = spans(part);
            if (spansOfPart.isEmpty()) {
                return List.of();
            }
            found.add(spansOfPart);
        }
        clock.advance(docID());
        return source.holding(found, clock);
    }

    private static List<Span> spans(IntervalIterator part) throws IOException {
        List<Span> spans = new ArrayList<>();
        while (part.nextInterval() != NO_MORE_INTERVALS) {
            spans.add(Span.of(part.start(), part.end()));
        }
        return spans;
    }

    @Override
    public int start() {
        return start;
    }

    @Override
    public int end() {
        return end;
    }

    @Override
    public int gaps() {
        return 0;
    }

    @Override
    public float matchCost() {
        float cost = LOOK_UP_COST;
        for (IntervalIterator part : parts) {
            cost += part.matchCost();
        }
        return cost;
    }

    @Override
    public int docID() {
        return together.docID();
    }

    @Override
    public int nextDoc() throws IOException {
        reset();
        return together.nextDoc();
    }

    @Override
    public int advance(int target) throws IOException {
        reset();
        return together.advance(target);
    }

    private void reset() {
        start = -1;
        end = -1;
    }

    @Override
    public long cost() {
        return together.cost();
    }
}
