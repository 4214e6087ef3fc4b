package dev.callsift.pipeline.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Transcripts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallClockTest {

    private static final Transcript TALKING_OVER_EACH_OTHER = Transcripts.of("a", """
            agent: one two three
            pause: -2000
            customer: meanwhile four
            pause: 65000
            agent: late
            """);
    private static final Transcript MANY_TURNS =
            Transcripts.of("b", "agent: hello there\ncustomer: hello\n".repeat(100));

    private static final Transcript MONOLOGUE =
            Transcripts.of("c", "agent: " + "word ".repeat(300).strip() + "\ncustomer: yes");

    @TempDir
    Path folder;

    @Test
    void saysTheSameTimesAsThePositionMap() {
        put(TALKING_OVER_EACH_OTHER, MANY_TURNS, MONOLOGUE);
        try (CallReader reader = new CallReader(folder, Duration.ZERO)) {
            assertThat(reader.read(searcher -> {
                        int words = 0;
                        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                            CallClock clock = CallClock.of(leaf);
                            for (int document = 0; document < leaf.reader().maxDoc(); document++) {
                                clock.advance(document);
                                words += compare(clock, StoredCall.positions(leaf, document));
                            }
                        }
                        return words;
                    }))
                    .hasValue(6 + 300 + 301);
        }
    }

    private static int compare(CallClock clock, PositionMap map) throws IOException {
        int words = 0;
        for (int position = 0; position < 1_000; position++) {
            Optional<SpokenWord> word = map.at(position);
            if (word.isPresent()) {
                assertThat(clock.startMs(position)).isEqualTo(word.get().startMs());
                assertThat(clock.endMs(position)).isEqualTo(word.get().endMs());
                assertThat(clock.startsBefore(position, word.get().startMs())).isFalse();
                assertThat(clock.startsBefore(position, word.get().startMs() + 1))
                        .isTrue();
                assertThat(clock.turnStartMs(clock.turn(position)))
                        .isEqualTo(map.word(word.get().utterance(), 0).startMs());
                assertThat(clock.turnEndMs(clock.turn(position)))
                        .isGreaterThanOrEqualTo(word.get().endMs());
                words++;
            }
        }
        return words;
    }

    @Test
    void knowsHowLongTheCallIsAndRefusesGaps() {
        put(TALKING_OVER_EACH_OTHER);
        try (CallReader reader = new CallReader(folder, Duration.ZERO)) {
            reader.read(searcher -> {
                CallClock clock =
                        CallClock.of(searcher.getIndexReader().leaves().getFirst());
                clock.advance(0);
                assertThat(clock.durationMs())
                        .isEqualTo(TALKING_OVER_EACH_OTHER.audio().durationMs());
                for (int position : new int[] {-1, 3, 1_000}) {
                    assertThatThrownBy(() -> clock.startMs(position)).hasMessageContaining("position " + position);
                }
                return true;
            });
        }
    }

    private void put(Transcript... calls) {
        try (CallIndex index = CallIndex.open(folder)) {
            for (Transcript call : calls) {
                index.upsert(call, CallTags.none(call.id()));
            }
            index.commit();
        }
    }
}
