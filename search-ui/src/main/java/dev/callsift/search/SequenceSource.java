package dev.callsift.search;

import dev.callsift.pipeline.index.CallClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
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
    List<Span> holding(List<List<Span>> found, CallClock clock) throws IOException {
        if (!mayFollow(found, clock)) {
            return List.of();
        }
        List<List<Timed>> reached = new ArrayList<>();
        reached.add(timed(found.getFirst(), clock));
        for (int part = 1; part < found.size() && !reached.getLast().isEmpty(); part++) {
            reached.add(reachable(reached.getLast(), timed(found.get(part), clock), withinMs.get(part - 1)));
        }
        List<Timed> next = reached.getLast();
        if (next.isEmpty()) {
            return List.of();
        }
        List<Timed> all = new ArrayList<>(next);
        for (int part = reached.size() - 2; part >= 0; part--) {
            next = leading(reached.get(part), next, withinMs.get(part));
            all.addAll(next);
        }
        return all.stream().map(Timed::span).sorted(Span.BY_PLACE).toList();
    }

    private record Timed(Span span, long startMs, long endMs) {}

    private static List<Timed> timed(List<Span> spans, CallClock clock) throws IOException {
        List<Timed> timed = new ArrayList<>(spans.size());
        for (Span span : spans) {
            timed.add(new Timed(span, clock.startMs(span.first()), clock.endMs(span.last())));
        }
        return timed;
    }

    /** Whether the times of turns allow each part somewhere after the one before: that alone tells many calls apart. */
    private boolean mayFollow(List<List<Span>> found, CallClock clock) {
        for (int part = 1; part < found.size(); part++) {
            if (!mayFollow(found.get(part - 1), found.get(part), withinMs.get(part - 1), clock)) {
                return false;
            }
        }
        return true;
    }

    private static boolean mayFollow(List<Span> from, List<Span> to, long withinMs, CallClock clock) {
        int[] turns = new int[to.size()];
        for (int i = 0; i < turns.length; i++) {
            turns[i] = clock.turn(to.get(i).first());
        }
        for (Span span : from) {
            int turn = clock.turn(span.last());
            long earliest = clock.turnStartMs(turn);
            long latest = clock.turnEndMs(turn);
            for (int next : turns) {
                if (clock.turnEndMs(next) >= earliest && clock.turnStartMs(next) - latest <= withinMs) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Timed> reachable(List<Timed> from, List<Timed> spans, long withinMs) {
        long[] ends = sorted(from, Timed::endMs);
        List<Timed> reachable = new ArrayList<>();
        for (Timed span : spans) {
            int before = upTo(ends, span.startMs());
            if (before > 0 && span.startMs() - ends[before - 1] <= withinMs) {
                reachable.add(span);
            }
        }
        return reachable;
    }

    private static List<Timed> leading(List<Timed> spans, List<Timed> to, long withinMs) {
        long[] starts = sorted(to, Timed::startMs);
        List<Timed> leading = new ArrayList<>();
        for (Timed span : spans) {
            int before = upTo(starts, span.endMs() - 1);
            if (before < starts.length && starts[before] - span.endMs() <= withinMs) {
                leading.add(span);
            }
        }
        return leading;
    }

    private static long[] sorted(List<Timed> spans, ToLongFunction<Timed> time) {
        long[] times = new long[spans.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = time.applyAsLong(spans.get(i));
        }
        Arrays.sort(times);
        return times;
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
