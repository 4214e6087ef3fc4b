package dev.callsift.pipeline.tagging;

import dev.callsift.pipeline.audio.AudioSummary;
import dev.callsift.pipeline.audio.ChannelLayout;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.metadata.CallMetadata;
import dev.callsift.pipeline.transcript.Confidence;
import dev.callsift.pipeline.transcript.SpeechModelReference;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Utterance;
import dev.callsift.pipeline.transcript.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes a transcript of written turns, as if they had been spoken and every word heard: each sentence is an utterance, each
 * word takes {@value #WORD_MS} ms, and {@value #PAUSE_MS} ms pass between sentences.
 */
public final class PlainTurns {

    private static final Pattern SENTENCE_END = Pattern.compile("[.!?;\\n]+(\\s+|$)|\\s+-+\\s+");
    private static final long WORD_MS = 300;
    private static final long PAUSE_MS = 2_000;

    private final List<Utterance> utterances = new ArrayList<>();
    private long time;

    private PlainTurns() {}

    /** What one speaker says, written as one likes. */
    public record Turn(Speaker speaker, String text) {}

    /** @return a transcript whose utterances are the sentences; none when no turn has a word */
    public static Transcript transcript(String id, List<Turn> turns) {
        PlainTurns plain = new PlainTurns();
        turns.forEach(plain::add);
        return new Transcript(
                Transcript.SCHEMA_VERSION,
                id,
                new Transcript.Source(id, "", 0, ""),
                CallMetadata.UNKNOWN,
                new AudioSummary("text", 8_000, 2, ChannelLayout.SPLIT, plain.time, plain.time, List.of()),
                new SpeechModelReference("none", "", false),
                plain.utterances);
    }

    /**
     * Reads lines such as {@code agent: good morning}; {@code unknown:} is for a recording without separate channels, a line
     * without a speaker goes on with the one before, blank lines are skipped.
     *
     * @param first who speaks before the first speaker is named
     */
    public static List<Turn> parse(String text, Speaker first) {
        List<Turn> turns = new ArrayList<>();
        Speaker speaker = first;
        for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).strip().toUpperCase(Locale.ROOT);
            boolean named =
                    Stream.of(Speaker.values()).anyMatch(each -> each.name().equals(name));
            speaker = named ? Speaker.valueOf(name) : speaker;
            turns.add(new Turn(speaker, named ? line.substring(colon + 1) : line));
        }
        return turns;
    }

    private void add(Turn turn) {
        for (String sentence : SENTENCE_END.split(turn.text(), -1)) {
            List<Word> words = words(sentence);
            if (!words.isEmpty()) {
                utterances.add(new Utterance(turn.speaker(), words));
                time += PAUSE_MS;
            }
        }
    }

    private List<Word> words(String sentence) {
        List<Word> words = new ArrayList<>();
        String plain = sentence.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replaceAll("[^\\p{L}\\p{N}'&]+", " ");
        for (String text : plain.split(" ", -1)) {
            String word = text.replaceAll("^'+|'+$", "");
            if (!word.isEmpty()) {
                words.add(new Word(word, time, time + WORD_MS, new Confidence(1)));
                time += WORD_MS;
            }
        }
        return words;
    }
}
