package dev.callsift.ui.call;

import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.verdict.CallNotes;
import dev.callsift.pipeline.verdict.CorrectedTranscript;
import dev.callsift.pipeline.verdict.ReviewedTags;
import dev.callsift.pipeline.verdict.SpeakerVerdicts;
import dev.callsift.pipeline.verdict.Verdict;
import dev.callsift.pipeline.verdict.Verdicts;
import dev.callsift.search.CallSearch;
import dev.callsift.ui.Reviewer;
import dev.callsift.ui.TagChips;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one call. */
@Controller
final class CallController {

    private static final int MOST_MOMENTS = 1_000;

    private final CallDocuments documents;
    private final CallSearch search;
    private final TagChips chips;
    private final Verdicts verdicts;
    private final CallNotes notes;
    private final Surroundings surroundings;
    private final SpeakerVerdicts speakers;

    CallController(
            CallDocuments documents,
            CallSearch search,
            TagChips chips,
            Verdicts verdicts,
            CallNotes notes,
            Surroundings surroundings,
            SpeakerVerdicts speakers) {
        this.documents = documents;
        this.search = search;
        this.chips = chips;
        this.verdicts = verdicts;
        this.notes = notes;
        this.surroundings = surroundings;
        this.speakers = speakers;
    }

    /**
     * @param t where to start, see {@link StartTime}
     * @param place the list the reader came from, with the search whose hits are marked
     * @param said what became of the verdict just given
     * @param corrected what became of the correction just made
     */
    @GetMapping("/calls/{id:[0-9a-f]{16}}")
    String call(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String t,
            @ModelAttribute ListPlace place,
            @RequestParam(defaultValue = "") String said,
            @RequestParam(defaultValue = "") String corrected,
            HttpServletRequest request,
            Model model) {
        CorrectedTranscript words = documents.corrected(id);
        Transcript transcript = documents.placed(words);
        Optional<CallTags> machine = documents.tags(id);
        List<Verdict> judged = verdicts.of(id);
        CallTags known = machine.orElseGet(() -> CallTags.none(id));
        CallReview review = CallReview.of(transcript, known, judged, notes.of(id), chips, Reviewer.of(request), said);
        // a call that has not been tagged can have a reviewer's tags all the same
        CallTags reviewed = ReviewedTags.of(transcript, known, judged);
        model.addAttribute("review", review);
        model.addAttribute(
                "call",
                CallPage.of(
                        transcript,
                        machine.map(tags -> reviewed),
                        review.tags(),
                        hits(id, place.query()),
                        words,
                        chips,
                        t == null ? null : StartTime.ms(t),
                        place.query()));
        model.addAttribute("talk", TalkView.of(transcript).orElse(null));
        model.addAttribute("lanes", TalkLanes.of(transcript, documents.waveform(transcript), review.tags()));
        model.addAttribute("speakers", SpeakersView.of(speakers.of(id)));
        model.addAttribute("corrections", CorrectionView.all(words, corrected));
        model.addAttribute("place", place);
        model.addAttribute("around", surroundings.of(transcript, place));
        return "call";
    }

    private MatchedWords hits(String id, String query) {
        return MatchedWords.of(query.isBlank() ? Stream.empty() : search.moments(id, query, MOST_MOMENTS).stream());
    }
}
