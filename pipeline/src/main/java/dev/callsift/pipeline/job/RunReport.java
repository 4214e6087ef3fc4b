package dev.callsift.pipeline.job;

import dev.callsift.pipeline.ledger.Discovery;
import dev.callsift.pipeline.ledger.RecordingState;
import dev.callsift.pipeline.recording.QuarantineReason;
import dev.callsift.pipeline.transcript.SpeechModelReference;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run did, for people (see {@link RunReportText}) and machines (its JSON form).
 *
 * @param schemaVersion {@value #SCHEMA_VERSION}
 * @param run the run's number
 * @param outcome how it ended
 * @param problem why it is incomplete
 * @param startedAt its beginning
 * @param elapsed from beginning to end
 * @param source the store
 * @param discovery what the listing brought
 * @param transcribed recordings transcribed in this run
 * @param tagged recordings tagged in this run
 * @param indexed recordings indexed in this run
 * @param speech what the transcribed recordings amount to
 * @param slowest up to five recordings, by processing time in relation to their length
 * @param quarantined recordings held back in this run
 * @param warnings what a person should look at though nothing was held up
 * @param ledger how many recordings are in each state now
 * @param speechModel the model that heard the recordings of this run
 * @param taxonomy the version of the taxonomy they were tagged with
 * @param languageModels the version of the language models likewise
 */
public record RunReport(
        int schemaVersion,
        long run,
        RunOutcome outcome,
        @Nullable String problem,
        Instant startedAt,
        Duration elapsed,
        String source,
        Discovery discovery,
        long transcribed,
        long tagged,
        long indexed,
        SpeechFigures speech,
        List<Slow> slowest,
        List<HeldBack> quarantined,
        List<String> warnings,
        Map<RecordingState, Long> ledger,
        SpeechModelReference speechModel,
        String taxonomy,
        String languageModels) {

    public static final int SCHEMA_VERSION = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public RunReport {
        slowest = List.copyOf(slowest);
        quarantined = List.copyOf(quarantined);
        warnings = List.copyOf(warnings);
        ledger = Collections.unmodifiableMap(new EnumMap<>(ledger));
    }

    /** Durations as ISO-8601, times in UTC; ends with a line break. */
    public String toJson() {
        return JSON.writeValueAsString(this) + "\n";
    }

    /**
     * @param audio length of the recordings
     * @param speech what was recognized of them, summed over channels
     * @param speechShare speech in relation to the channels' length, 0 to 1
     * @param realTimeFactor elapsed time of the transcription stage in relation to the recordings' length
     * @param recognizerCpu processor time inside the recognizer
     * @param otherCpu processor time for decoding and finding speech
     */
    public record SpeechFigures(
            Duration audio,
            Duration speech,
            double speechShare,
            double realTimeFactor,
            Duration recognizerCpu,
            Duration otherCpu) {}

    /** @param realTimeFactor processing time in relation to its length */
    public record Slow(String key, Duration audio, Duration processing, double realTimeFactor) {}

    /** @param advice what a person can do about it */
    public record HeldBack(String key, QuarantineReason reason, String detail, String advice) {}
}
