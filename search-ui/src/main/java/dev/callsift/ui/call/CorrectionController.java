package dev.callsift.ui.call;

import dev.callsift.pipeline.job.ReviewedCalls.Indexing;
import dev.callsift.ui.call.CallVerdicts.Chosen;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes corrected words from the page of a call. Requests of other sites are refused before they come here. */
@Controller
final class CorrectionController {

    private final CallCorrections corrections;

    CorrectionController(CallCorrections corrections) {
        this.corrections = corrections;
    }

    /**
     * @param undo the number of a correction to take back; null to make one
     * @param was what the reviewer saw there
     */
    @PostMapping("/calls/{id:[0-9a-f]{16}}/corrections")
    String correct(
            @PathVariable String id,
            @ModelAttribute ListPlace place,
            @RequestParam(required = false) @Nullable Long undo,
            @RequestParam(defaultValue = "-1") int utterance,
            @RequestParam(defaultValue = "0") int first,
            @RequestParam(defaultValue = "10000") int last,
            @RequestParam(defaultValue = "") String was,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String reviewer,
            HttpServletResponse response) {
        String name = VerdictController.named(reviewer, response);
        Indexing indexing = undo == null
                ? corrections.correct(id, new Chosen(utterance, first, last), was, words, name)
                : corrections.undo(id, undo, name);
        return "redirect:" + place.call(id, "corrected", indexing.name().toLowerCase(Locale.ROOT)) + "#transcript";
    }
}
