package dev.callsift.ui.call;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Peaks as the path of an SVG element: a stroke for each of a fixed number of columns, so its size does not grow with the call. */
final class WavePath {

    static final int COLUMNS = 400;

    /** So quiet a lane is shown as quiet, and not drawn larger. */
    private static final int LOUD_ENOUGH = 32;

    /** Lifts soft speech a little, as the ear does. */
    private static final double CURVE = 0.8;

    /** Silence is a thin line. */
    private static final double THINNEST = 0.5;

    private WavePath() {}

    /**
     * @param peaks from 0 to 255
     * @param stepMs what one of them stands for
     * @param durationMs what the whole width stands for
     * @param middle of the lane, in units of the drawing, which is 1000 wide
     * @param half of the lane's height, likewise
     */
    static String of(int[] peaks, int stepMs, long durationMs, int middle, int half) {
        int loudest = Math.max(LOUD_ENOUGH, Arrays.stream(peaks).max().orElse(0));
        return IntStream.range(0, COLUMNS)
                .mapToObj(column -> stroke(
                        column,
                        Math.pow((double) loudest(peaks, column, stepMs, durationMs) / loudest, CURVE),
                        middle,
                        half))
                .collect(Collectors.joining());
    }

    private static int loudest(int[] peaks, int column, int stepMs, long durationMs) {
        int from = (int) Math.min(peaks.length, column * durationMs / COLUMNS / stepMs);
        int to = (int) Math.min(peaks.length, Math.max(from + 1, (column + 1) * durationMs / COLUMNS / stepMs));
        return Arrays.stream(peaks, from, Math.max(from, to)).max().orElse(0);
    }

    private static String stroke(int column, double level, int middle, int half) {
        double height = Math.max(THINNEST, level * half);
        return String.format(
                Locale.ROOT, "M%.1f %.1fv%.1f", (column + 0.5) * 1_000 / COLUMNS, middle - height, 2 * height);
    }
}
