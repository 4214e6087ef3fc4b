package dev.callsift.pipeline.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.audio.DemoCalls.DemoCall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recordings of the demonstration, decoded. */
final class PeakMeterTest {

    /** What one reading told, by speaker. */
    private static Map<Speaker, byte[]> peaks(DemoCall call, int rate) throws InterruptedException {
        Map<Speaker, ByteArrayOutputStream> told = new TreeMap<>();
        AudioReader.read(call.key(), call.file(), call.assignment(), rate, new SegmentSink() {
            @Override
            public void accept(SpeechSegment segment) {}

            @Override
            public void peaks(int channel, Speaker speaker, byte[] values) {
                assertThat(values).hasSizeBetween(1, 1_200);
                told.computeIfAbsent(speaker, none -> new ByteArrayOutputStream())
                        .writeBytes(values);
            }
        });
        Map<Speaker, byte[]> peaks = new TreeMap<>();
        told.forEach((speaker, values) -> peaks.put(speaker, values.toByteArray()));
        return peaks;
    }

    private static byte[] lane(Map<Speaker, byte[]> peaks, Speaker speaker) {
        return Objects.requireNonNull(peaks.get(speaker));
    }

    private static double mean(byte[] peaks, long fromMs, long toMs) {
        return IntStream.range((int) (fromMs / SegmentSink.PEAK_MS), (int) (toMs / SegmentSink.PEAK_MS))
                .map(step -> Byte.toUnsignedInt(peaks[step]))
                .average()
                .orElse(0);
    }

    static Iterable<DemoCall> calls() throws IOException {
        return DemoCalls.all();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void hasAValueForEachStepOfEachLane(DemoCall call) throws Exception {
        Map<Speaker, byte[]> peaks = peaks(call, Sound.RATE);
        assertThat(peaks).hasSize(call.mixed() ? 1 : 2);
        long steps = call.durationMs() / SegmentSink.PEAK_MS;
        assertThat(peaks.values())
                .allSatisfy(lane -> assertThat((long) lane.length).isBetween(steps - 4, steps + 4));
    }

    @Test
    void isLoudWhereSomebodySpeaksAndQuietWhereNobodyDoes() throws Exception {
        DemoCall call = DemoCalls.ofFormat("wav-pcm16");
        Map<Speaker, byte[]> peaks = peaks(call, Sound.RATE);
        for (DemoCalls.Turn turn : call.turns()) {
            Speaker speaks = turn.speaker().equals("agent") ? Speaker.AGENT : Speaker.CUSTOMER;
            Speaker listens = speaks == Speaker.AGENT ? Speaker.CUSTOMER : Speaker.AGENT;
            double loud = mean(lane(peaks, speaks), turn.startMs(), turn.endMs());
            assertThat(loud)
                    .as("%s", turn)
                    .isGreaterThan(10)
                    .isGreaterThan(4 * mean(lane(peaks, listens), turn.startMs(), turn.endMs()));
        }
    }

    @Test
    void theSameRecordingGivesTheSameValues() throws Exception {
        DemoCall call = DemoCalls.ofFormat("wav-pcm16");
        Map<Speaker, byte[]> again = peaks(call, Sound.RATE);
        peaks(call, Sound.RATE).forEach((speaker, lane) -> assertThat(lane).isEqualTo(again.get(speaker)));
    }

    @Test
    void stepsDoNotDriftWhereARateIsNoMultipleOfThem() throws Exception {
        DemoCall call = DemoCalls.ofFormat("wav-pcm16");
        int steps = lane(peaks(call, Sound.RATE), Speaker.AGENT).length;
        assertThat(lane(peaks(call, 11_025), Speaker.AGENT)).hasSize(steps);
    }
}
