package dev.callsift.search;

import dev.callsift.pipeline.index.CallClock;
import dev.callsift.search.query.QueryNode.Window;
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
    List<Span> holding(List<List<Span>> found, CallClock clock) {
        return found.getFirst().stream()
                .filter(span -> windows.stream().allMatch(window -> holds(span, window, clock)))
                .toList();
    }

    private static boolean holds(Span span, Window window, CallClock clock) {
        return window.first()
                ? clock.startMs(span.last()) < window.ms()
                : clock.startMs(span.first()) >= clock.durationMs() - window.ms();
    }

    @Override
    Object bounds() {
        return windows;
    }
}
