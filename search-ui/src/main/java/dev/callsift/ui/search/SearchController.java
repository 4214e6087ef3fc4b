package dev.callsift.ui.search;

import dev.callsift.search.CallSearch;
import dev.callsift.search.SearchResult;
import dev.callsift.search.saved.SavedSearchRefusedException;
import dev.callsift.search.saved.SavedSearches;
import dev.callsift.ui.TagChips;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search page. It is always answered whole; while someone types, the browser takes the results out of it. */
@Controller
final class SearchController {

    private final CallSearch search;
    private final TagChips chips;
    private final SavedSearches saved;

    SearchController(CallSearch search, TagChips chips, SavedSearches saved) {
        this.search = search;
        this.chips = chips;
        this.saved = saved;
    }

    @GetMapping("/")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "false") boolean possible,
            Model model) {
        SearchState state = SearchState.of(q, sort, page);
        return show(state, possible, KeepBox.of(state, saved.all()), model);
    }

    /** Keeps the search under a name; where that cannot be, the page says so and nothing typed is lost. */
    @PostMapping("/saved")
    String save(
            @RequestParam String name,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "false") boolean alerts,
            Model model,
            HttpServletResponse response) {
        SearchState state = SearchState.of(q, sort, 1);
        try {
            saved.create(name, state.query(), state.order(), alerts);
            return "redirect:" + state.href();
        } catch (SavedSearchRefusedException e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(state, false, KeepBox.refused(name, alerts, e.reason()), model);
        }
    }

    private String show(SearchState state, boolean possible, KeepBox keep, Model model) {
        SearchResult result = search.search(state.request(possible));
        model.addAttribute("page", SearchPage.of(state, possible, result, chips));
        model.addAttribute("keep", keep);
        return "search";
    }
}
