package dev.callsift.ui.call;

import dev.callsift.pipeline.job.ReviewedCalls;
import dev.callsift.pipeline.job.ReviewedCalls.Indexing;
import dev.callsift.pipeline.verdict.CallNote;
import dev.callsift.pipeline.verdict.CallNotes;
import dev.callsift.pipeline.verdict.SpeakerVerdict;
import dev.callsift.pipeline.verdict.Verdict;
import dev.callsift.ui.PageProblemException;
import dev.callsift.ui.Reviewer;
import dev.callsift.ui.TagChips;
import dev.callsift.ui.call.CallVerdicts.Chosen;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes verdicts and notes from the page of a call. Requests of other sites are refused before they come here. */
@Controller
final class VerdictController {

    private final CallVerdicts verdicts;
    private final CallNotes notes;
    private final ReviewedCalls calls;
    private final CallDocuments documents;
    private final TagChips chips;
    private final InstantSource clock;

    VerdictController(
            CallVerdicts verdicts,
            CallNotes notes,
            ReviewedCalls calls,
            CallDocuments documents,
            TagChips chips,
            InstantSource clock) {
        this.verdicts = verdicts;
        this.notes = notes;
        this.calls = calls;
        this.documents = documents;
        this.chips = chips;
        this.clock = clock;
    }

    /**
     * @param verdict the button: what is said and, but for a tag that was missed, the code, such as {@code confirmed:reason.price}
     * @param missed the code of the tag that was missed
     * @param utterance where its words are
     */
    @PostMapping("/calls/{id:[0-9a-f]{16}}/verdicts")
    String judge(
            @PathVariable String id,
            @ModelAttribute ListPlace place,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reviewer,
            @RequestParam(defaultValue = "") String missed,
            @RequestParam(defaultValue = "-1") int utterance,
            @RequestParam(defaultValue = "0") int first,
            @RequestParam(defaultValue = "10000") int last,
            HttpServletResponse response) {
        String name = named(reviewer, response);
        Verdict.Kind kind = kind(verdict);
        Indexing indexing = kind == Verdict.Kind.ADDED
                ? verdicts.add(id, known(missed), new Chosen(utterance, first, last), name)
                        .orElseThrow(() -> refused(
                                "A tag that was missed needs the words that show it",
                                "Select them in the transcript, or choose who said them from the list."))
                : verdicts.judge(id, judged(verdict), kind, name);
        return "redirect:" + place.call(id, "said", indexing.name().toLowerCase(Locale.ROOT)) + "#found";
    }

    @PostMapping("/calls/{id:[0-9a-f]{16}}/speakers")
    String speakers(
            @PathVariable String id,
            @ModelAttribute ListPlace place,
            @RequestParam boolean swapped,
            @RequestParam(defaultValue = "") String reviewer,
            HttpServletResponse response) {
        String name = named(reviewer, response);
        documents.transcript(id);
        calls.record(new SpeakerVerdict(id, swapped, name, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        return "redirect:" + place.call(id) + "#transcript-head";
    }

    @PostMapping("/calls/{id:[0-9a-f]{16}}/notes")
    String note(
            @PathVariable String id,
            @ModelAttribute ListPlace place,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String reviewer,
            HttpServletResponse response) {
        String name = named(reviewer, response);
        String text = note.strip();
        if (text.isEmpty() || text.length() > CallNote.LONGEST) {
            throw refused("A note has 1 to " + CallNote.LONGEST + " characters", "Go back and write it again.");
        }
        documents.transcript(id);
        notes.add(new CallNote(id, text, name, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        return "redirect:" + place.call(id) + "#notes";
    }

    static String named(String reviewer, HttpServletResponse response) {
        String name = Reviewer.name(reviewer);
        if (name.isEmpty()) {
            throw refused(
                    "Nobody said this", "Go back and write your name above the tags; it is kept with what you say.");
        }
        response.addHeader(HttpHeaders.SET_COOKIE, Reviewer.cookie(name).toString());
        return name;
    }

    private static Verdict.Kind kind(String button) {
        String said = button.split(":", 2)[0].toUpperCase(Locale.ROOT);
        return Arrays.stream(Verdict.Kind.values())
                .filter(kind -> kind.name().equals(said))
                .findFirst()
                .orElseThrow(() -> refused("“" + button + "” is no verdict", "Use the buttons beside the tags."));
    }

    private static String judged(String button) {
        String code = button.substring(button.indexOf(':') + 1).strip();
        if (code.isEmpty() || code.length() > 128) {
            throw refused("“" + button + "” names no tag", "Use the buttons beside the tags.");
        }
        return code;
    }

    private String known(String code) {
        return chips.all().stream()
                .map(chip -> chip.code())
                .filter(code::equals)
                .findFirst()
                .orElseThrow(() -> refused("Choose which tag was missed", "Go back and choose it from the list."));
    }

    private static PageProblemException refused(String title, String help) {
        return new PageProblemException(HttpStatus.UNPROCESSABLE_CONTENT, title, help);
    }
}
