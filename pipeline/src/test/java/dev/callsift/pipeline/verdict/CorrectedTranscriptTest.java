package dev.callsift.pipeline.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Transcripts;
import dev.callsift.pipeline.transcript.Word;
import dev.callsift.pipeline.verdict.CorrectedTranscript.Standing;
import dev.callsift.pipeline.verdict.CorrectedTranscript.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CorrectedTranscriptTest {

    private static final Instant TEN = Instant.parse("2026-11-20T10:00:00Z");

    /** "counsel my" stands from 1000 to 1900 ms, "order" until 2400. */
    private static final Transcript HEARD =
            Transcripts.of("a.wav", "customer: please do counsel? my order\nagent: counsel my what");

    private static WordCorrection correction(long id, long startMs, long endMs, String was, String words) {
        return new WordCorrection(id, HEARD.id(), null, Speaker.CUSTOMER, startMs, endMs, was, words, "Priya", TEN);
    }

    private static List<String> said(CorrectedTranscript corrected) {
        return corrected.transcript().utterances().stream()
                .map(said -> said.text())
                .toList();
    }

    private static List<State> states(CorrectedTranscript corrected) {
        return corrected.standings().stream().map(Standing::state).toList();
    }

    @Test
    void withoutCorrectionsTheTranscriptIsTheMachines() {
        assertThat(CorrectedTranscript.of(HEARD, List.of()).transcript()).isSameAs(HEARD);
    }

    @Test
    void replacesTheWordsOfOneSpeaker() {
        CorrectedTranscript corrected =
                CorrectedTranscript.of(HEARD, List.of(correction(1, 1_000, 1_400, "counsel", "cancel")));
        assertThat(said(corrected)).containsExactly("please do cancel my order", "counsel my what");
        assertThat(corrected.by(0, 2)).isPresent();
        assertThat(corrected.by(0, 3)).isEmpty();
    }

    @Test
    void newWordsShareTheTimeAndAreSure() {
        CorrectedTranscript corrected =
                CorrectedTranscript.of(HEARD, List.of(correction(1, 1_000, 1_900, "counsel my", "can sell all")));
        List<Word> words = corrected.transcript().utterances().getFirst().words();
        assertThat(words.subList(2, 5)).extracting(Word::startMs).containsExactly(1_000L, 1_300L, 1_600L);
        assertThat(words.subList(2, 5)).extracting(Word::endMs).containsExactly(1_300L, 1_600L, 1_900L);
        assertThat(words.get(2).confidence().value()).isEqualTo(1);
        assertThat(words.getLast().text()).isEqualTo("order");
    }

    @Test
    void aCorrectionOfACorrectionBuildsOnIt() {
        WordCorrection first = correction(1, 1_000, 1_400, "counsel", "can cell");
        WordCorrection second = correction(2, 1_000, 1_400, "can cell", "cancel");
        CorrectedTranscript both = CorrectedTranscript.of(HEARD, List.of(first, second));
        assertThat(said(both).getFirst()).isEqualTo("please do cancel my order");
        CorrectedTranscript undone = CorrectedTranscript.of(HEARD, List.of(first, second, undoing(3, first)));
        assertThat(undone.transcript()).isSameAs(HEARD);
        assertThat(states(undone)).containsExactly(State.UNDONE, State.NOT_APPLIED);
    }

    private static WordCorrection undoing(long id, WordCorrection correction) {
        WordCorrection undone = correction.undone("Tom", TEN.plusSeconds(5));
        return new WordCorrection(
                id,
                undone.callId(),
                undone.undoes(),
                undone.speaker(),
                undone.startMs(),
                undone.endMs(),
                undone.was(),
                undone.words(),
                undone.reviewer(),
                undone.at());
    }

    @Test
    void whatWasTakenBackSaysByWhom() {
        WordCorrection made = correction(1, 1_000, 1_400, "counsel", "cancel");
        Standing standing = CorrectedTranscript.of(HEARD, List.of(made, undoing(2, made)))
                .standings()
                .getFirst();
        assertThat(standing.state()).isEqualTo(State.UNDONE);
        assertThat(standing.undoneBy()).isNotNull().returns("Tom", WordCorrection::reviewer);
    }

    @ParameterizedTest
    @CsvSource({
        "1200, 1600, counsel, APPLIED", // another model hears the same word a little later
        "1500, 1900, counsel, NOT_APPLIED", // the word stands there, but at another time
        "1000, 1400, council, NOT_APPLIED", // another word stands there now
    })
    void isAppliedOnlyWhereItsWordsStandAtItsTime(long startMs, long endMs, String was, State state) {
        CorrectedTranscript corrected =
                CorrectedTranscript.of(HEARD, List.of(correction(1, startMs, endMs, was, "cancel")));
        assertThat(states(corrected)).containsExactly(state);
        assertThat(said(corrected).getFirst().contains("cancel")).isEqualTo(state == State.APPLIED);
    }

    @ParameterizedTest
    @CsvSource({
        "'  Cancel   MY order. ', cancel my order",
        "'«it''s» 5-star!', it's 5-star",
        "'. !', ''",
    })
    void spellsAsModelsDo(String typed, String spoken) {
        assertThat(WordCorrection.spoken(typed)).isEqualTo(spoken);
    }

    @Test
    void refusesNothingInPlaceOfWords() {
        assertThatIllegalArgumentException().isThrownBy(() -> correction(1, 0, 400, "please", " "));
    }
}
