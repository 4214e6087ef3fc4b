package dev.callsift.ui.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class WavePathTest {

    private static String[] strokes(int[] peaks, long durationMs) {
        return WavePath.of(peaks, 50, durationMs, 16, 15).substring(1).split("M", -1);
    }

    @Test
    void hasTheSameSizeForAMinuteAndForThreeHours() {
        assertThat(strokes(new int[1_200], 60_000)).hasSize(WavePath.COLUMNS);
        assertThat(strokes(new int[216_000], 10_800_000)).hasSize(WavePath.COLUMNS);
    }

    @Test
    void isThinInSilenceAndFillsTheLaneWhereItIsLoudest() {
        int[] peaks = new int[400];
        Arrays.fill(peaks, 200, 400, 180);
        String[] strokes = strokes(peaks, 20_000);
        assertThat(strokes[10]).isEqualTo("26.3 15.5v1.0");
        assertThat(strokes[300]).isEqualTo("751.3 1.0v30.0");
    }

    @Test
    void aQuietLaneIsNotDrawnAsALoudOne() {
        int[] peaks = new int[400];
        Arrays.fill(peaks, 2);
        assertThat(strokes(peaks, 20_000)[0]).endsWith("v3.3");
    }

    @Test
    void aCallOfAMomentIsDrawn() {
        assertThat(strokes(new int[] {200, 10}, 80)).hasSize(WavePath.COLUMNS);
        assertThat(strokes(new int[0], 80)).hasSize(WavePath.COLUMNS);
    }
}
