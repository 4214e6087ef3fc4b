package dev.callsift.pipeline.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsift.pipeline.audio.DemoCalls.DemoCall;
import dev.callsift.pipeline.audio.DemoCalls.Turn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AudioReaderTest {

    /** Encoders add a little at both ends. */
    private static final long CODEC_MS = 150;

    private static final Map<String, String> FORMATS = Map.ofEntries(
            Map.entry("wav-pcm16", "wav/pcm_s16le"),
            Map.entry("wav-pcm24", "wav/pcm_s24le"),
            Map.entry("wav-pcm32", "wav/pcm_s32le"),
            Map.entry("wav-u8", "wav/pcm_u8"),
            Map.entry("wav-float", "wav/pcm_f32le"),
            Map.entry("wav-mulaw", "wav/pcm_mulaw"),
            Map.entry("wav-alaw", "wav/pcm_alaw"),
            Map.entry("wav-gsm", "wav/gsm_ms"),
            Map.entry("mp3", "mp3/mp3"),
            Map.entry("opus", "ogg/opus"),
            Map.entry("flac", "flac/flac"),
            Map.entry("m4a", "mp4/aac"),
            Map.entry("amr", "amr/amr_nb"));

    private static final Map<DemoCall, Segments> HEARD = new HashMap<>();

    static List<DemoCall> calls() throws IOException {
        return DemoCalls.all();
    }

    @Test
    void theDemonstrationHoldsEveryFormat() throws IOException {
        assertThat(calls()).extracting(DemoCall::format).containsAll(FORMATS.keySet());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void hearsAllThatIsSaidInEveryFormat(DemoCall call) throws InterruptedException {
        Segments heard = heard(call);

        assertThat(heard.summary().format()).isEqualTo(FORMATS.get(call.format()));
        assertThat(heard.summary().durationMs()).isCloseTo(call.durationMs(), within(CODEC_MS));
        assertThat(heard.summary().layout()).isEqualTo(call.mixed() ? ChannelLayout.MONO : ChannelLayout.SPLIT);
        assertThat(heard.summary().warnings()).isEmpty();
        for (Turn turn : call.turns()) {
            assertThat(heard.covered(speaker(call, turn), turn.startMs(), turn.endMs()))
                    .as("%s from %d to %d ms", turn.speaker(), turn.startMs(), turn.endMs())
                    .isGreaterThan((turn.endMs() - turn.startMs()) * 95 / 100);
        }
    }

    @ParameterizedTest
    @MethodSource("calls")
    void handsOnLittleElse(DemoCall call) throws InterruptedException {
        Segments heard = heard(call);
        long said = call.turns().stream()
                .mapToLong(turn -> turn.endMs() - turn.startMs())
                .sum();

        assertThat(heard.summary().speechMs())
                .isLessThan(said + 900L * call.turns().size());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void segmentsOfAChannelComeInOrderAndNeverOverlap(DemoCall call) throws InterruptedException {
        Segments heard = heard(call);

        for (Speaker speaker : Speaker.values()) {
            long end = 0;
            for (SpeechSegment segment : heard.of(speaker)) {
                assertThat(segment.startMs()).isGreaterThanOrEqualTo(end);
                end = Segments.endMs(segment);
            }
            assertThat(end).isLessThanOrEqualTo(heard.summary().durationMs());
        }
        assertThat(heard.all().stream().mapToLong(Segments::ms).sum())
                .isCloseTo(heard.summary().speechMs(), within((long) heard.all().size()));
    }

    @Test
    void anotherRateForTheModelChangesNoTimes() throws Exception {
        DemoCall call = DemoCalls.ofFormat("wav-pcm16");
        List<Long> starts = Segments.of(call.key(), call.file(), call.assignment()).all().stream()
                .map(SpeechSegment::startMs)
                .toList();
        List<Long> wide = new ArrayList<>();
        AudioReader.read(call.key(), call.file(), call.assignment(), 16_000, segment -> wide.add(segment.startMs()));

        assertThat(wide).hasSameSizeAs(starts);
        for (int i = 0; i < starts.size(); i++) {
            assertThat(wide.get(i)).isCloseTo(starts.get(i), within(100L));
        }
    }

    @Test
    void tellsHowFarItIs() throws Exception {
        DemoCall call = DemoCalls.ofFormat("wav-pcm16");
        List<Long> told = new ArrayList<>();
        AudioReader.read(call.key(), call.file(), call.assignment(), Sound.RATE, new SegmentSink() {
            @Override
            public void accept(SpeechSegment segment) {}

            @Override
            public void progress(long decodedMs, long expectedMs) {
                assertThat(expectedMs).isCloseTo(call.durationMs(), within(CODEC_MS));
                told.add(decodedMs);
            }
        });

        assertThat(told).isSorted().hasSizeGreaterThan((int) (call.durationMs() / 2_000));
    }

    /** Each recording is read once for all tests. */
    private static Segments heard(DemoCall call) throws InterruptedException {
        Segments heard = HEARD.get(call);
        if (heard == null) {
            heard = Segments.of(call.key(), call.file(), call.assignment());
            HEARD.put(call, heard);
        }
        return heard;
    }

    private static Speaker speaker(DemoCall call, Turn turn) {
        return call.mixed() ? Speaker.UNKNOWN : Speaker.valueOf(turn.speaker().toUpperCase(Locale.ROOT));
    }
}
