package dev.callsift.ui.search;

import dev.callsift.search.saved.Alerts;
import dev.callsift.search.saved.SavedSearch;
import dev.callsift.search.saved.SavedSearchRefusedException;
import dev.callsift.search.saved.SavedSearches;
import dev.callsift.ui.PageProblemException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The saved searches: listed, opened, renamed and deleted. */
@Controller
final class SavedController {

    private final SavedSearches searches;
    private final Alerts alerts;

    SavedController(SavedSearches searches, Alerts alerts) {
        this.searches = searches;
        this.alerts = alerts;
    }

    /**
     * @param href the search
     * @param unseen alerts of it that nobody has seen
     * @param refusal why it could not be changed; null when nothing went wrong
     */
    record SavedView(
            long id,
            String name,
            String query,
            String href,
            boolean alerts,
            long unseen,
            @Nullable String refusal) {}

    /** Why a search could not be changed. */
    private record Refusal(long id, String why) {}

    @GetMapping("/saved")
    String list(Model model) {
        return list(null, model);
    }

    private String list(@Nullable Refusal refusal, Model model) {
        Map<Long, Long> unseen = alerts.unseenBySearch();
        List<SavedView> all = searches.all().stream()
                .map(search -> view(search, unseen.getOrDefault(search.id(), 0L), refusal))
                .toList();
        model.addAttribute("searches", all);
        model.addAttribute("section", "saved");
        return "saved";
    }

    private static SavedView view(SavedSearch search, long unseen, @Nullable Refusal refusal) {
        return new SavedView(
                search.id(),
                search.name(),
                search.query(),
                href(search),
                search.alerts(),
                unseen,
                refusal != null && refusal.id() == search.id() ? refusal.why() : null);
    }

    static String href(SavedSearch search) {
        return new SearchState(search.query(), search.order(), 1).href();
    }

    /** A link that stays right when the search is changed. */
    @GetMapping("/saved/{id:\\d{1,18}}")
    String open(@PathVariable long id) {
        return "redirect:" + href(searches.find(id).orElseThrow(SavedController::unknown));
    }

    @PostMapping("/saved/{id:\\d{1,18}}")
    String change(
            @PathVariable long id,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean alerts,
            Model model,
            HttpServletResponse response) {
        try {
            if (!searches.change(id, name, alerts)) {
                throw unknown();
            }
            return "redirect:/saved";
        } catch (SavedSearchRefusedException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(new Refusal(id, e.reason()), model);
        }
    }

    /** Deleting what is gone already is no problem. */
    @PostMapping("/saved/{id:\\d{1,18}}/delete")
    String delete(@PathVariable long id) {
        searches.delete(id);
        return "redirect:/saved";
    }

    private static PageProblemException unknown() {
        return new PageProblemException(
                HttpStatus.NOT_FOUND,
                "There is no such saved search",
                "It may have been deleted; the others are listed under Saved.");
    }
}
