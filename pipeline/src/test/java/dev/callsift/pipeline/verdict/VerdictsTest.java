package dev.callsift.pipeline.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Transcripts;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

abstract class VerdictsTest {

    private static final String CALL = "0123456789abcdef";
    private static final String OTHER = "fedcba9876543210";
    private static final Instant TEN = Instant.parse("2026-11-20T10:00:00.123456Z");

    /** Empty, with all tables. */
    abstract DataSource database();

    private final JdbcClient database = JdbcClient.create(database());
    private final Verdicts verdicts = new Verdicts(database);
    private final CallNotes notes = new CallNotes(database);

    private static Verdict verdict(String call, Verdict.Kind kind, Instant at) {
        return new Verdict(call, "reason.price", kind, "too expensive", Speaker.CUSTOMER, 1_200, 2_400, "Priya", at);
    }

    @Test
    void keepsWhatWasSaidInTheOrderOfTime() {
        Verdict later = verdict(CALL, Verdict.Kind.REJECTED, TEN.plusSeconds(1));
        Verdict first = verdict(CALL, Verdict.Kind.ADDED, TEN);
        verdicts.record(later);
        verdicts.record(first);
        verdicts.record(verdict(OTHER, Verdict.Kind.CONFIRMED, TEN));
        assertThat(verdicts.of(CALL)).containsExactly(first, later);
    }

    @Test
    void keepsAVerdictThatPointsAtNoWords() {
        Verdict rejected =
                new Verdict(CALL, "reason.price", Verdict.Kind.REJECTED, null, null, 0, 0, "Tom O'Neill", TEN);
        verdicts.record(rejected);
        assertThat(verdicts.of(CALL)).containsExactly(rejected);
    }

    @Test
    void findsWhatWasSaidWithinATime() {
        Verdict early = verdict(CALL, Verdict.Kind.CONFIRMED, TEN);
        verdicts.record(early);
        verdicts.record(verdict(OTHER, Verdict.Kind.WITHDRAWN, TEN.plusSeconds(60)));
        assertThat(verdicts.between(TEN, TEN.plusSeconds(60))).containsExactly(early);
    }

    @Test
    void keepsNotes() {
        CallNote second = new CallNote(CALL, "Asked \"why\" twice.", "Tom", TEN.plusSeconds(5));
        CallNote first = new CallNote(CALL, "Ümlaut 😀\nsecond line", "Priya", TEN);
        notes.add(second);
        notes.add(first);
        assertThat(notes.of(CALL)).containsExactly(first, second);
        assertThat(notes.of(OTHER)).isEmpty();
    }

    @Test
    void theLatestWordOnWhoIsWhoCounts() {
        Transcript heard = Transcripts.of("a.wav", "agent: hello\ncustomer: hi");
        SpeakerVerdicts speakers = new SpeakerVerdicts(database);
        assertThat(speakers.applied(heard)).isEqualTo(heard);
        speakers.record(new SpeakerVerdict(heard.id(), true, "Priya", TEN));
        assertThat(speakers.applied(heard).utterances())
                .extracting(said -> said.speaker() + " " + said.text())
                .containsExactly("CUSTOMER hello", "AGENT hi");
        SpeakerVerdict back = new SpeakerVerdict(heard.id(), false, "Tom", TEN.plusSeconds(1));
        speakers.record(back);
        assertThat(speakers.of(heard.id())).contains(back);
        assertThat(speakers.applied(heard)).isEqualTo(heard);
    }

    @Test
    void correctedWordsAreKeptAndTakenBack() {
        Transcript heard = Transcripts.of("a.wav", "agent: hello\ncustomer: please counsel it");
        SpeakerVerdicts speakers = new SpeakerVerdicts(database);
        long start = heard.utterances().get(1).words().get(1).startMs();
        WordCorrection made = new WordCorrection(
                0, heard.id(), null, Speaker.CUSTOMER, start, start + 400, "counsel", "cancel", "Tom O'Neill", TEN);
        speakers.corrections().record(made);
        speakers.record(new SpeakerVerdict(heard.id(), true, "Priya", TEN));
        assertThat(speakers.applied(heard).utterances())
                .extracting(said -> said.speaker() + " " + said.text())
                .containsExactly("CUSTOMER hello", "AGENT please cancel it");
        WordCorrection kept = speakers.corrections().of(heard.id()).getFirst();
        assertThat(kept).usingRecursiveComparison().ignoringFields("id").isEqualTo(made);
        speakers.corrections().record(kept.undone("Priya", TEN.plusSeconds(1)));
        assertThat(speakers.corrections().of(heard).transcript()).isEqualTo(heard);
        assertThat(speakers.corrections().of(heard.id())).hasSize(2);
        assertThat(speakers.corrections().of(OTHER)).isEmpty();
    }
}
