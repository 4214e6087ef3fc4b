package dev.callsift.pipeline.verdict;

import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Utterance;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who is who by reviewers, in the database, and transcripts after all that reviewers said of them: corrected words, then who said them.
 * The stored transcript stays the machine's. Thread-safe; takes part in the caller's transaction where there is one.
 */
public final class SpeakerVerdicts {

    private final JdbcClient database;
    private final WordCorrections corrections;

    public SpeakerVerdicts(JdbcClient database) {
        this.database = database;
        this.corrections = new WordCorrections(database);
    }

    /** What reviewers heard instead of the machine, in the same database. */
    public WordCorrections corrections() {
        return corrections;
    }

    public void record(SpeakerVerdict verdict) {
        database.sql("insert into speaker_verdict (call_id, swapped, reviewer, at_time) values (?, ?, ?, ?)")
                .params(
                        verdict.callId(),
                        verdict.swapped(),
                        verdict.reviewer(),
                        verdict.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The latest on a call. */
    public Optional<SpeakerVerdict> of(String callId) {
        return database.sql("select * from speaker_verdict where call_id = ? order by at_time desc, id desc limit 1")
                .param(callId)
                .query((row, number) -> new SpeakerVerdict(
                        row.getString("call_id"),
                        row.getBoolean("swapped"),
                        row.getString("reviewer"),
                        row.getObject("at_time", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** A transcript with the words as reviewers corrected them, and agent and customer as the latest verdict has them. */
    public Transcript applied(Transcript transcript) {
        return placed(corrections.of(transcript).transcript());
    }

    /** A transcript with agent and customer as the latest verdict has them. */
    public Transcript placed(Transcript transcript) {
        return isSwapped(transcript.id()) ? swapped(transcript) : transcript;
    }

    public boolean isSwapped(String callId) {
        return of(callId).filter(SpeakerVerdict::swapped).isPresent();
    }

    private static Transcript swapped(Transcript transcript) {
        return new Transcript(
                transcript.schemaVersion(),
                transcript.id(),
                transcript.recording(),
                transcript.call(),
                transcript.audio(),
                transcript.speechModel(),
                transcript.utterances().stream()
                        .map(said -> new Utterance(other(said.speaker()), said.words()))
                        .toList());
    }

    /** Whoever a speaker is where agent and customer are the other way round. */
    public static Speaker other(Speaker speaker) {
        return switch (speaker) {
            case AGENT -> Speaker.CUSTOMER;
            case CUSTOMER -> Speaker.AGENT;
            case UNKNOWN -> Speaker.UNKNOWN;
        };
    }
}
