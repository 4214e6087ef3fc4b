package dev.callsift.pipeline.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.transcript.Confidence;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Transcripts;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PositionMapTest {

    private static final Transcript CALL = Transcripts.of("a", """
            agent: one two
            customer: four? five
            customer: six
            pause: 5000
            customer: eight
            """);

    private final PositionMap map = PositionMap.of(CALL);

    @Test
    void leavesAGapWhereTheSpeakerChangesAndAfterALongPause() {
        List<Integer> filled = IntStream.range(-1, 12)
                .boxed()
                .filter(p -> map.at(p).isPresent())
                .toList();
        assertThat(filled).containsExactly(0, 1, 3, 4, 5, 7);
    }

    @Test
    void knowsTheWordAtAPosition() {
        assertThat(map.at(3)).hasValue(new SpokenWord(1, 0, Speaker.CUSTOMER, 1_900, 2_300, new Confidence(0.3)));
        assertThat(map.at(1).orElseThrow().speaker()).isEqualTo(Speaker.AGENT);
        assertThat(map.position(3, 0)).isEqualTo(7);
    }

    @Test
    void comesBackFromItsBytesTheSame() {
        PositionMap again = read(map);
        for (int position = 0; position < 12; position++) {
            assertThat(again.at(position)).isEqualTo(map.at(position));
        }
        assertThat(again.utterances()).isEqualTo(4);
    }

    @Test
    void takesSpeakersWhoTalkOverEachOther() {
        Transcript overlapping = Transcripts.of("b", """
                agent: one two three
                pause: -2000
                customer: meanwhile
                """);
        PositionMap before = PositionMap.of(overlapping);
        PositionMap again = read(before);
        assertThat(again.at(4)).isEqualTo(before.at(4));
        assertThat(again.at(4).orElseThrow().startMs())
                .isLessThan(again.at(2).orElseThrow().startMs());
    }

    @Test
    void takesFiveBytesAWord() {
        Transcript manyTurns =
                Transcripts.of("c", ("agent: " + "word ".repeat(20).strip() + "\ncustomer: yes\n").repeat(50));
        assertThat(new PositionCodec(PositionMap.of(manyTurns)).words().length).isEqualTo(1_050 * 5);
    }

    @Test
    void takesTurnsOfManyMinutes() {
        PositionMap monologue = PositionMap.of(
                Transcripts.of("d", "agent: " + "word ".repeat(1_000).strip() + "\ncustomer: yes"));
        PositionMap again = read(monologue);
        assertThat(again.at(999)).isEqualTo(monologue.at(999));
        assertThat(again.at(999).orElseThrow().startMs()).isGreaterThan(300_000);
        assertThat(again.at(1_001)).isEqualTo(monologue.at(1_001));
    }

    private static PositionMap read(PositionMap map) {
        PositionCodec codec = new PositionCodec(map);
        return PositionCodec.decode(codec.turns(), codec.words());
    }
}
