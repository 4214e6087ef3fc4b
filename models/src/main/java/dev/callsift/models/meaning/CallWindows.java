package dev.callsift.models.meaning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which turns of a call are read at once, where it is too long for the encoder: windows that overlap by about half, so that each turn is read
 * with others before and after it. Immutable.
 */
final class CallWindows {

    private final List<Window> windows;
    private final int turns;

    /**
     * @param from index of the first turn
     * @param to index after the last turn
     */
    record Window(int from, int to) {}

    private CallWindows(List<Window> windows, int turns) {
        this.windows = List.copyOf(windows);
        this.turns = turns;
    }

    /**
     * @param lengths of the turns
     * @param most what a window has room for; a turn that is longer has one of its own
     */
    static CallWindows of(List<Integer> lengths, int most) {
        List<Window> windows = new ArrayList<>();
        int from = 0;
        int to = end(lengths, 0, most);
        windows.add(new Window(from, to));
        while (to < lengths.size()) {
            from = Math.max(from + 1, end(lengths, from, most / 2));
            int next = end(lengths, from, most);
            if (next > to) {
                to = next;
                windows.add(new Window(from, to));
            }
        }
        return new CallWindows(windows, lengths.size());
    }

    /** The turn after the last that has room, at least one. */
    private static int end(List<Integer> lengths, int from, int most) {
        int to = from;
        int length = 0;
        while (to < lengths.size() && (to == from || length + lengths.get(to) <= most)) {
            length += lengths.get(to);
            to++;
        }
        return to;
    }

    List<Window> all() {
        return windows;
    }

    /** The number of the window that has most around a turn. */
    int around(int turn) {
        return IntStream.range(0, windows.size())
                .boxed()
                .filter(i ->
                        turn >= windows.get(i).from() && turn < windows.get(i).to())
                .max(Comparator.comparingInt(i -> room(windows.get(i), turn)))
                .orElseThrow();
    }

    /** The fewer of the turns before and after it; where the call itself begins or ends, there is nothing to miss. */
    private int room(Window window, int turn) {
        int before = window.from() == 0 ? turns : turn - window.from();
        int after = window.to() == turns ? turns : window.to() - 1 - turn;
        return Math.min(before, after);
    }
}
