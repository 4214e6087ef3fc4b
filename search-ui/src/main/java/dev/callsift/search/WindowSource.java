package dev.callsift.search;

import dev.callsift.pipeline.index.CallClock;
import dev.callsift.search.query.QueryNode.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.queries.intervals.IntervalsSource;

/** Words that begin in a part of the call: each by its own time, not by that of the turn it stands in. */
final class WindowSource extends TimedSource {

    private final List<Window> windows;

    WindowSource(IntervalsSource words, List<Window> windows) {
        super(List.of(words));
        this.windows = List.copyOf(windows);
    }

    @Override
    List<Span> holding(List<List<Span>> found, CallClock clock) throws IOException {
        List<Span> holding = new ArrayList<>();
        for (Span span : found.getFirst()) {
            if (holds(span, clock)) {
                holding.add(span);
            }
        }
        return holding;
    }

    private boolean holds(Span span, CallClock clock) throws IOException {
        for (Window window : windows) {
            if (!holds(span, window, clock)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Span span, Window window, CallClock clock) throws IOException {
        return window.first()
                ? clock.startsBefore(span.last(), window.ms())
                : !clock.startsBefore(span.first(), clock.durationMs() - window.ms());
    }

    @Override
    Object bounds() {
        return windows;
    }
}
