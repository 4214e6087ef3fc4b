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
        PositionMap read = PositionCodec.decode(PositionCodec.encode(map));
        for (int position = 0; position < 12; position++) {
            assertThat(read.at(position)).isEqualTo(map.at(position));
        }
        assertThat(read.utterances()).isEqualTo(4);
    }

    @Test
    void takesSpeakersWhoTalkOverEachOther() {
        Transcript overlapping = Transcripts.of("b", """
                agent: one two three
                pause: -2000
                customer: meanwhile
                """);
        PositionMap before = PositionMap.of(overlapping);
        PositionMap read = PositionCodec.decode(PositionCodec.encode(before));
        assertThat(read.at(4)).isEqualTo(before.at(4));
        assertThat(read.at(4).orElseThrow().startMs())
                .isLessThan(read.at(2).orElseThrow().startMs());
    }

    @Test
    void takesAboutFiveBytesAWord() {
        Transcript longCall =
                Transcripts.of("c", "agent: " + "word ".repeat(1_000).strip());
        assertThat(PositionCodec.encode(PositionMap.of(longCall)).length).isLessThan(5_100);
    }
}
