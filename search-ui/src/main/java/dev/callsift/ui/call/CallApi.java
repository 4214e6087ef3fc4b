package dev.callsift.ui.call;

import dev.callsift.pipeline.audio.AudioSummary;
import dev.callsift.pipeline.metadata.CallMetadata;
import dev.callsift.pipeline.operations.CallOrders;
import dev.callsift.pipeline.orders.Order;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.ModificationRequest;
import dev.callsift.pipeline.tagging.Tag;
import dev.callsift.pipeline.transcript.SpeechModelReference;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.verdict.CallNote;
import dev.callsift.pipeline.verdict.CallNotes;
import dev.callsift.pipeline.verdict.CorrectedTranscript;
import dev.callsift.pipeline.verdict.ReviewedTags;
import dev.callsift.pipeline.verdict.Verdict;
import dev.callsift.pipeline.verdict.Verdicts;
import dev.callsift.ui.Addresses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The facts of the call page as JSON; described in {@code docs/api.md}. */
@RestController
final class CallApi {

    private final CallDocuments documents;
    private final Verdicts verdicts;
    private final CallNotes notes;
    private final CallOrders orders;

    CallApi(CallDocuments documents, Verdicts verdicts, CallNotes notes, CallOrders orders) {
        this.documents = documents;
        this.verdicts = verdicts;
        this.notes = notes;
        this.orders = orders;
    }

    /**
     * @param recording the recording's key in its store
     * @param order that it is about, as it is known now; null when that is not known
     * @param tagged whether the call has been through the tagger; without it there are no tags but reviewers' own
     * @param tags after reviewers' verdicts, as the page shows them
     * @param modifications likewise
     * @param verdicts all there are, in the order of time
     */
    record CallAnswer(
            String id,
            String recording,
            CallMetadata call,
            @Nullable OrderAnswer order,
            AudioSummary audio,
            SpeechModelReference speechModel,
            boolean tagged,
            String taxonomy,
            List<Tag> tags,
            List<ModificationRequest> modifications,
            List<Verdict> verdicts,
            List<CallNote> notes,
            Links links) {}

    /** @param number as the shop writes it */
    record OrderAnswer(
            String number, List<String> products, @Nullable String courier) {

        static OrderAnswer of(Order order) {
            return new OrderAnswer(order.number().written(), order.products(), order.courier());
        }
    }

    record Links(String page, String audio, String transcript, String peaks) {

        static Links of(String id) {
            return new Links(
                    Addresses.call(id, ""), Addresses.audio(id), Addresses.transcript(id), Addresses.peaks(id));
        }
    }

    @Operation(summary = "A call with its tags, verdicts and notes")
    @GetMapping("/api/calls/{id:[0-9a-f]{16}}")
    CallAnswer call(@Parameter(description = "The call's id, sixteen hexadecimal digits") @PathVariable String id) {
        Transcript transcript = documents.transcript(id);
        CallTags none = CallTags.none(id);
        CallTags machine = documents.tags(id).orElse(none);
        List<Verdict> said = verdicts.of(id);
        CallTags tags = ReviewedTags.of(transcript, machine, said);
        return new CallAnswer(
                id,
                transcript.recording().key(),
                transcript.call(),
                orders.find(id).map(OrderAnswer::of).orElse(null),
                transcript.audio(),
                transcript.speechModel(),
                !machine.equals(none),
                tags.taxonomy(),
                tags.tags(),
                tags.modifications(),
                said,
                notes.of(id),
                Links.of(id));
    }

    /**
     * The document with words, agent and customer as reviewers have them; its schema is {@code docs/schema/transcript-1.json}, with
     * the places of corrected words added where there are any.
     */
    @Operation(summary = "A call's transcript, with reviewers' corrections")
    @GetMapping("/api/calls/{id:[0-9a-f]{16}}/transcript")
    TranscriptAnswer transcript(
            @Parameter(description = "The call's id, sixteen hexadecimal digits") @PathVariable String id) {
        CorrectedTranscript corrected = documents.corrected(id);
        return TranscriptAnswer.of(documents.placed(corrected), corrected);
    }
}
