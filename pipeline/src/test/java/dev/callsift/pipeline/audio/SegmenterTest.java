package dev.callsift.pipeline.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmenterTest {

    private static final double FRAME_MS = 10;

    private final List<List<Long>> written = new ArrayList<>();
    private final Segmenter segmenter = new Segmenter(FRAME_MS, (first, end) -> written.add(List.of(first, end)));
    private long frame;

    @Test
    void leavesAMarginOnBothSides() throws InterruptedException {
        silence(100);
        speech(50);
        silence(100);

        assertThat(written).containsExactly(List.of(75L, 180L));
    }

    @Test
    void theMarginEndsWithTheRecording() throws InterruptedException {
        silence(10);
        speech(50);
        segmenter.finish(frame);

        assertThat(written).containsExactly(List.of(0L, 60L));
    }

    @Test
    void bridgesAShortGapAndNotALongOne() throws InterruptedException {
        speech(50);
        silence(40);
        speech(50);
        silence(70);
        speech(50);
        silence(100);

        assertThat(written).containsExactly(List.of(0L, 170L), List.of(185L, 290L));
    }

    @Test
    void leavesOutWhatIsTooBriefForAWord() throws InterruptedException {
        silence(100);
        speech(3);
        silence(100);

        assertThat(written).isEmpty();
    }

    @Test
    void cutsALongSpeechWhereItIsQuietest() throws InterruptedException {
        speech(2_300);
        segmenter.add(frame++, true, -40);
        segmenter.add(frame++, true, -45);
        segmenter.add(frame++, true, -40);
        speech(1_000);
        silence(100);

        assertThat(written).containsExactly(List.of(0L, 2_301L), List.of(2_301L, 3_333L));
    }

    private void speech(int frames) throws InterruptedException {
        for (int i = 0; i < frames; i++) {
            segmenter.add(frame++, true, -20);
        }
    }

    private void silence(int frames) throws InterruptedException {
        for (int i = 0; i < frames; i++) {
            segmenter.add(frame++, false, -70);
        }
    }
}
