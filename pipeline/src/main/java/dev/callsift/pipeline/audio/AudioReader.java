package dev.callsift.pipeline.audio;

import dev.callsift.pipeline.recording.QuarantineReason;
import dev.callsift.pipeline.recording.RecordingFaultException;
import dev.callsift.pipeline.recording.RecordingKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Reads recordings: decodes, tells the channels apart, finds speech. Stateless and safe for use by several threads. */
public final class AudioReader {

    private static final long SHORTEST_MS = 200;
    private static final long PROGRESS_MS = 1_000;
    /** A header's length may be off by a codec's delay and a damaged last frame. */
    private static final long TOLERATED_MS = 1_000;

    private AudioReader() {}

    /**
     * Decodes a recording and gives its speech to the sink while it reads, on the calling thread.
     *
     * @param key names the recording in messages
     * @param file the recording on this machine; not changed
     * @param channels who is on which channel
     * @param sampleRate the speech model's, in Hz
     * @throws RecordingFaultException when the recording cannot be decoded or nobody speaks in it (fate: quarantine); the
     *     sink may have been given segments before
     * @throws InterruptedException when the sink or the thread was interrupted
     */
    public static AudioSummary read(
            RecordingKey key, Path file, ChannelAssignment channels, int sampleRate, SegmentSink sink)
            throws InterruptedException {
        return read(
                key, file, channels, sampleRate, sink, layout -> new CallListener(layout, channels, sampleRate, sink));
    }

    /**
     * Decodes a recording and gives everything in it to the sink, speech or not, block by block: what the search for speech is
     * compared with. Otherwise like {@link #read}.
     */
    public static AudioSummary readWhole(
            RecordingKey key, Path file, ChannelAssignment channels, int sampleRate, SegmentSink sink)
            throws InterruptedException {
        return read(
                key, file, channels, sampleRate, sink, layout -> new WholeListener(layout, channels, sampleRate, sink));
    }

    private static AudioSummary read(
            RecordingKey key,
            Path file,
            ChannelAssignment channels,
            int sampleRate,
            SegmentSink sink,
            Function<ChannelLayout, SoundListener> listening)
            throws InterruptedException {
        try (AudioDecoder decoder = AudioDecoder.open(key, file, sampleRate)) {
            ChannelLayout layout = layout(key, file, decoder.channels(), channels);
            try (SoundListener listener = listening.apply(layout)) {
                decode(decoder, listener, new PeakMeter(layout, channels, sampleRate, sink), sink);
                return summary(key, decoder, layout, listener);
            }
        }
    }

    private static ChannelLayout layout(RecordingKey key, Path file, int count, ChannelAssignment channels) {
        if (count == 1) {
            return ChannelLayout.MONO;
        }
        if (count > 2 && !channels.explicit()) {
            throw new RecordingFaultException(key, QuarantineReason.TOO_MANY_CHANNELS, count + " channels");
        }
        if (Math.max(channels.agent(), channels.customer()) >= count) {
            throw new RecordingFaultException(
                    key,
                    QuarantineReason.CHANNEL_MISSING,
                    "the rule names channels " + channels.agent() + " and " + channels.customer()
                            + " counted from 0, it has " + count);
        }
        return ChannelComparison.identical(key, file, channels.agent(), channels.customer())
                ? ChannelLayout.IDENTICAL
                : ChannelLayout.SPLIT;
    }

    private static void decode(AudioDecoder decoder, SoundListener listener, PeakMeter peaks, SegmentSink sink)
            throws InterruptedException {
        long told = 0;
        for (int count = decoder.next(); count >= 0; count = decoder.next()) {
            listener.listen(decoder, count);
            peaks.listen(decoder, count);
            if (decoder.decodedMs() >= told + PROGRESS_MS) {
                told = decoder.decodedMs();
                sink.progress(told, decoder.expectedMs());
                if (Thread.interrupted()) {
                    throw new InterruptedException("reading a recording was interrupted");
                }
            }
        }
        listener.finish();
        peaks.finish();
    }

    private static AudioSummary summary(
            RecordingKey key, AudioDecoder decoder, ChannelLayout layout, SoundListener listener) {
        long durationMs = decoder.decodedMs();
        if (durationMs < SHORTEST_MS) {
            throw new RecordingFaultException(key, QuarantineReason.TOO_SHORT, durationMs + " ms of sound");
        }
        long speechMs = listener.speechMs();
        if (speechMs == 0) {
            throw new RecordingFaultException(
                    key, QuarantineReason.NO_SPEECH, seconds(durationMs) + " of " + listener.heard());
        }
        return new AudioSummary(
                decoder.format(),
                decoder.recordingRate(),
                decoder.channels(),
                layout,
                durationMs,
                speechMs,
                warnings(decoder));
    }

    private static List<String> warnings(AudioDecoder decoder) {
        List<String> warnings = new ArrayList<>();
        if (decoder.claimedMs() > decoder.decodedMs() + TOLERATED_MS) {
            warnings.add("the header says " + seconds(decoder.claimedMs()) + ", " + seconds(decoder.decodedMs())
                    + " could be decoded");
        }
        if (decoder.broken() > 0) {
            warnings.add(decoder.broken() + " damaged places were left out");
        }
        return warnings;
    }

    private static String seconds(long ms) {
        return String.format(Locale.ROOT, "%.1f s", ms / 1_000.0);
    }
}
