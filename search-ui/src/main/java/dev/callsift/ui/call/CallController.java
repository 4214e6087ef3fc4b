package dev.callsift.ui.call;

import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.search.CallSearch;
import dev.callsift.ui.TagChips;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of one call. */
@Controller
final class CallController {

    private static final int MOST_MOMENTS = 1_000;

    private final CallDocuments documents;
    private final CallSearch search;
    private final TagChips chips;

    CallController(CallDocuments documents, CallSearch search, TagChips chips) {
        this.documents = documents;
        this.search = search;
        this.chips = chips;
    }

    /**
     * @param t where to start, in milliseconds
     * @param q the search whose hits are marked
     */
    @GetMapping("/calls/{id:[0-9a-f]{16}}")
    String call(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long t,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        Transcript transcript = documents.transcript(id);
        Optional<CallTags> tags = documents.tags(id);
        model.addAttribute("call", CallPage.of(transcript, tags, hits(id, q), chips, t, q));
        return "call";
    }

    private MatchedWords hits(String id, String query) {
        return MatchedWords.of(query.isBlank() ? Stream.empty() : search.moments(id, query, MOST_MOMENTS).stream());
    }
}
