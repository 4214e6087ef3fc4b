package dev.callsift.pipeline.transcript;

import dev.callsift.pipeline.audio.Speaker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Makes utterances of the words of segments: a new one begins where a speaker pauses, or where a stretch of speech ends.
 * A stretch that was only cut because it was long goes on. Speakers who talk at once keep an utterance each. The order of
 * the segments given does not matter.
 */
final class UtteranceGrouper {

    /** Order of the recording; channels break ties, so that the same segments always give the same utterances. */
    private static final Comparator<Message.Segment> BY_TIME =
            Comparator.comparingLong(Message.Segment::startMs).thenComparingInt(Message.Segment::channel);

    /** Segment times are rounded to milliseconds at both ends. */
    private static final long ROUNDING_MS = 2;

    private final long pauseMs;

    UtteranceGrouper(long pauseMs) {
        this.pauseMs = pauseMs;
    }

    List<Utterance> group(List<Message.Segment> segments) {
        Map<Speaker, Talk> talks = new EnumMap<>(Speaker.class);
        segments.stream().sorted(BY_TIME).forEach(segment -> talks.computeIfAbsent(segment.speaker(), Talk::new)
                .add(segment));
        return talks.values().stream()
                .flatMap(talk -> talk.utterances().stream())
                .sorted(Comparator.comparingLong(Utterance::startMs).thenComparing(Utterance::speaker))
                .toList();
    }

    /** What one speaker says. */
    private final class Talk {

        private final Speaker speaker;
        private final List<Utterance> done = new ArrayList<>();
        private List<Word> open = new ArrayList<>();
        private long segmentEndMs = Long.MIN_VALUE / 2;

        Talk(Speaker speaker) {
            this.speaker = speaker;
        }

        void add(Message.Segment segment) {
            if (segment.startMs() > segmentEndMs + ROUNDING_MS) {
                close();
            }
            segmentEndMs = segment.endMs();
            segment.words().forEach(this::add);
        }

        List<Utterance> utterances() {
            close();
            return done;
        }

        private void add(Word word) {
            if (!open.isEmpty() && word.startMs() - open.getLast().endMs() >= pauseMs) {
                close();
            }
            open.add(word);
        }

        private void close() {
            if (!open.isEmpty()) {
                done.add(new Utterance(speaker, open));
                open = new ArrayList<>();
            }
        }
    }
}
