package dev.callsift.search;

import dev.callsift.pipeline.index.CallClock;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.queries.intervals.IntervalsSource;

/**
 * Things said one after the other: each begins when the one before has ended, and no later than its bound allows. All that
 * belongs to some whole sequence holds.
 */
final class SequenceSource extends TimedSource {

    private final List<Long> withinMs;

    /** @param withinMs for each part after the first, the longest time since the part before, in milliseconds */
    SequenceSource(List<IntervalsSource> parts, List<Long> withinMs) {
        super(parts);
        this.withinMs = List.copyOf(withinMs);
    }

    /** Forward, what can be reached from a first part; then back, what leads on to a last one. */
    @Override
    List<Span> holding(List<List<Span>> found, CallClock clock) {
        List<List<Span>> reached = new ArrayList<>();
        reached.add(found.getFirst());
        for (int part = 1; part < found.size(); part++) {
            reached.add(reachable(reached.getLast(), found.get(part), withinMs.get(part - 1), clock));
        }
        List<Span> next = reached.getLast();
        List<Span> all = new ArrayList<>(next);
        for (int part = reached.size() - 2; part >= 0; part--) {
            next = leading(reached.get(part), next, withinMs.get(part), clock);
            all.addAll(next);
        }
        all.sort(Span.BY_PLACE);
        return all;
    }

    private static List<Span> reachable(List<Span> from, List<Span> spans, long withinMs, CallClock clock) {
        long[] ends = from.stream()
                .mapToLong(span -> clock.endMs(span.last()))
                .sorted()
                .toArray();
        return spans.stream()
                .filter(span -> {
                    long start = clock.startMs(span.first());
                    int before = upTo(ends, start);
                    return before > 0 && start - ends[before - 1] <= withinMs;
                })
                .toList();
    }

    private static List<Span> leading(List<Span> spans, List<Span> to, long withinMs, CallClock clock) {
        long[] starts = to.stream()
                .mapToLong(span -> clock.startMs(span.first()))
                .sorted()
                .toArray();
        return spans.stream()
                .filter(span -> {
                    long end = clock.endMs(span.last());
                    int before = upTo(starts, end - 1);
                    return before < starts.length && starts[before] - end <= withinMs;
                })
                .toList();
    }

    /** How many of {@code sorted} are not greater than a value. */
    private static int upTo(long[] sorted, long value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] <= value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    @Override
    Object bounds() {
        return withinMs;
    }
}
