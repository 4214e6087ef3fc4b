package dev.callsift.pipeline.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.audio.Speaker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class UtteranceGrouperTest {

    private final UtteranceGrouper grouper = new UtteranceGrouper(700);

    /** A segment whose words, given by their start times, last 200 ms and are named by them. */
    private static Message.Segment segment(Speaker speaker, long startMs, long endMs, long... starts) {
        List<Word> words = Arrays.stream(starts)
                .mapToObj(start -> new Word("w" + start, start, start + 200, new Confidence(1)))
                .toList();
        return new Message.Segment(1, speaker == Speaker.CUSTOMER ? 1 : 0, speaker, startMs, endMs, words);
    }

    private List<String> texts(Message.Segment... segments) {
        return grouper.group(List.of(segments)).stream()
                .map(utterance -> utterance.speaker() + " " + utterance.text())
                .toList();
    }

    @Test
    void beginsAnUtteranceAfterAPause() {
        assertThat(texts(segment(Speaker.AGENT, 0, 3_000, 100, 999, 1_899)))
                .containsExactly("AGENT w100 w999", "AGENT w1899");
    }

    @Test
    void beginsAnUtteranceWhereAStretchOfSpeechEnds() {
        assertThat(texts(segment(Speaker.AGENT, 0, 500, 100), segment(Speaker.AGENT, 600, 900, 610)))
                .containsExactly("AGENT w100", "AGENT w610");
    }

    @Test
    void goesOnWhereAStretchWasOnlyCutBecauseItWasLong() {
        assertThat(texts(segment(Speaker.AGENT, 0, 500, 100), segment(Speaker.AGENT, 501, 900, 610)))
                .containsExactly("AGENT w100 w610");
    }

    @Test
    void keepsSpeakersApartWhoTalkAtOnce() {
        assertThat(texts(
                        segment(Speaker.CUSTOMER, 0, 2_000, 300, 600),
                        segment(Speaker.AGENT, 100, 1_500, 200, 500, 800)))
                .containsExactly("AGENT w200 w500 w800", "CUSTOMER w300 w600");
    }

    @Test
    void leavesOutStretchesWithoutWords() {
        assertThat(texts(segment(Speaker.UNKNOWN, 0, 2_000))).isEmpty();
    }

    @Test
    void doesNotDependOnTheOrderOfTheSegments() {
        List<Message.Segment> segments = new ArrayList<>(List.of(
                segment(Speaker.AGENT, 0, 900, 100, 500),
                segment(Speaker.CUSTOMER, 0, 900, 100),
                segment(Speaker.AGENT, 5_000, 6_000, 5_100)));
        List<Utterance> inOrder = grouper.group(segments);
        assertThat(grouper.group(segments.reversed())).isEqualTo(inOrder);
        assertThat(inOrder)
                .extracting(Utterance::speaker)
                .containsExactly(Speaker.AGENT, Speaker.CUSTOMER, Speaker.AGENT);
    }
}
