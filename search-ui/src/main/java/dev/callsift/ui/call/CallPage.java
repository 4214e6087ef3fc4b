package dev.callsift.ui.call;

import dev.callsift.pipeline.audio.ChannelLayout;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.Tag;
import dev.callsift.pipeline.transcript.SpeechModelReference;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.verdict.CorrectedTranscript;
import dev.callsift.ui.CallCaption;
import dev.callsift.ui.Clock;
import dev.callsift.ui.TagChip;
import dev.callsift.ui.TagChips;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that the page of a call shows.
 *
 * @param key the recording's name in its store, on one line
 * @param chips the tags that the call has
 * @param tagged whether the call has been through the tagger
 * @param warnings what is odd about the recording
 * @param oneVoice whether the speakers could not be told apart
 * @param markers places on the player's time line
 * @param startMs where to start, from the address; null for a call opened without a moment
 * @param query the search the reader came from
 */
record CallPage(
        String id,
        CallCaption caption,
        String key,
        long durationMs,
        String length,
        String audioFormat,
        List<String> warnings,
        SpeechModelReference model,
        boolean tagged,
        String taxonomy,
        List<TagChip> chips,
        boolean oneVoice,
        List<TurnView> turns,
        List<Marker> markers,
        @Nullable Long startMs,
        String startClock,
        String query) {

    /** @param kind the style sheet's class for the colour */
    record Marker(long atMs, String kind) {}

    static CallPage of(
            Transcript transcript,
            Optional<CallTags> tags,
            List<TagView> tagViews,
            MatchedWords hits,
            CorrectedTranscript corrected,
            TagChips chips,
            @Nullable Long startMs,
            String query) {
        List<Tag> known = tags.map(CallTags::tags).orElse(List.of());
        long durationMs = transcript.audio().durationMs();
        Long within = startMs == null ? null : Math.clamp(startMs, 0, durationMs);
        String key = new RecordingKey(transcript.recording().key()).toString();
        return new CallPage(
                transcript.id(),
                CallCaption.of(transcript.call(), key, durationMs),
                key,
                durationMs,
                Clock.position(durationMs),
                transcript.audio().format(),
                transcript.audio().warnings(),
                transcript.speechModel(),
                tags.isPresent(),
                tags.map(CallTags::taxonomy).orElse(""),
                tagViews.stream()
                        .filter(tag -> !tag.rejected())
                        .map(TagView::chip)
                        .toList(),
                transcript.audio().layout() != ChannelLayout.SPLIT,
                new TranscriptView(known, hits, corrected, chips).turns(transcript),
                markers(tagViews, hits),
                within,
                Clock.position(within == null ? 0 : within),
                query);
    }

    private static List<Marker> markers(List<TagView> tags, MatchedWords hits) {
        Stream<Marker> ofTags = tags.stream().filter(tag -> !tag.rejected()).flatMap(tag -> tag.quotes().stream()
                .map(quote -> new Marker(quote.startMs(), tag.chip().kind())));
        return Stream.concat(ofTags, hits.starts().map(at -> new Marker(at, "hit")))
                .toList();
    }
}
