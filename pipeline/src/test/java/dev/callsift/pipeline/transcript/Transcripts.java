package dev.callsift.pipeline.transcript;

import dev.callsift.pipeline.audio.AudioSummary;
import dev.callsift.pipeline.audio.ChannelLayout;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.metadata.CallMetadata;
import dev.callsift.pipeline.recording.RecordingKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes transcripts by hand, from lines such as {@code customer: please cancel my order}. A word lasts 400 ms and the next one
 * begins 500 ms after it; utterances are 1000 ms apart. A word with a question mark is one the recognizer doubts. A line
 * {@code pause: 5000} is silence.
 */
public final class Transcripts {

    public static final long WORD_MS = 400;
    public static final long STEP_MS = 500;
    public static final long GAP_MS = 1_000;
    public static final SpeechModelReference MODEL = new SpeechModelReference("hand-written", "0".repeat(64), false);

    private static final Confidence SURE = new Confidence(0.95);
    private static final Confidence DOUBTED = new Confidence(0.3);

    private Transcripts() {}

    /** A call whose recording has this key, and of which nothing else is known. */
    public static Transcript of(String key, String lines) {
        return of(key, CallMetadata.UNKNOWN, lines);
    }

    public static Transcript of(String key, CallMetadata call, String lines) {
        List<Utterance> utterances = utterances(lines);
        long end = utterances.stream().mapToLong(Utterance::endMs).max().orElse(0) + GAP_MS;
        boolean mono = utterances.stream().anyMatch(said -> said.speaker() == Speaker.UNKNOWN);
        return new Transcript(
                Transcript.SCHEMA_VERSION,
                new RecordingKey(key).id(),
                new Transcript.Source(key, "etag", 1, "0".repeat(64)),
                call,
                new AudioSummary(
                        "wav/pcm_s16le",
                        8_000,
                        mono ? 1 : 2,
                        mono ? ChannelLayout.MONO : ChannelLayout.SPLIT,
                        end,
                        end / 2,
                        List.of()),
                MODEL,
                utterances);
    }

    private static List<Utterance> utterances(String lines) {
        List<Utterance> utterances = new ArrayList<>();
        long clock = 0;
        for (String line : lines.lines().filter(line -> !line.isBlank()).toList()) {
            String[] parts = line.strip().split(":\\s*", 2);
            if (parts[0].equals("pause")) {
                clock += Long.parseLong(parts[1]);
                continue;
            }
            Utterance said = new Utterance(Speaker.valueOf(parts[0].toUpperCase(Locale.ROOT)), words(parts[1], clock));
            utterances.add(said);
            clock = said.endMs() + GAP_MS;
        }
        return utterances;
    }

    private static List<Word> words(String text, long from) {
        List<Word> words = new ArrayList<>();
        long start = from;
        for (String word : text.split("\\s+", -1)) {
            boolean doubted = word.endsWith("?");
            String bare = doubted ? word.substring(0, word.length() - 1) : word;
            words.add(new Word(bare, start, start + WORD_MS, doubted ? DOUBTED : SURE));
            start += STEP_MS;
        }
        return words;
    }
}
