package dev.callsift.models.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.models.language.RuleSpeaker;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CallTextTest {

    private static WordPieces pieces;

    @BeforeAll
    static void load() throws IOException {
        pieces = new WordPieces(EncoderFiles.vocabulary());
    }

    @Test
    void turnsStandOneAfterTheOtherWithWhoSpeaks() {
        CallText text = new CallText(
                pieces,
                List.of(
                        turn(RuleSpeaker.AGENT, "want", "the", "maroon"),
                        turn(RuleSpeaker.CUSTOMER, "don't"),
                        turn(RuleSpeaker.ANY, "yes")));

        assertThat(text.pieces()).containsExactly(101, 2215, 1996, 22222, 102, 2123, 1005, 1056, 102, 2748, 102);
        assertThat(text.segments()).containsExactly(0.5f, 0, 0, 0, 0, 1, 1, 1, 1, 0.5f, 0.5f);
        assertThat(text.first()).containsExactly(1, 2, 3, 5, 9);
    }

    @Test
    void whatIsTooLongIsCutOff() {
        TurnPieces many = TurnPieces.of(
                pieces,
                new ReadTurn(RuleSpeaker.AGENT, Collections.nCopies(100, "donaudampfschifffahrtsgesellschaft")));

        CallText text = new CallText(pieces, List.of(many));

        assertThat(many.length()).isGreaterThan(CallText.MOST);
        assertThat(text.pieces()).hasSize(CallText.MOST);
        assertThat(text.segments()).hasSize(CallText.MOST);
        assertThat(text.first()).hasSize(100).endsWith(CallText.MOST - 1);
    }

    private static TurnPieces turn(RuleSpeaker speaker, String... words) {
        return TurnPieces.of(pieces, new ReadTurn(speaker, List.of(words)));
    }
}
