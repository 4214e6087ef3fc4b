package dev.callsift.ui.search;

import dev.callsift.search.CallSearch;
import dev.callsift.ui.TagChips;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search page. It is always answered whole; while someone types, the browser takes the results out of it. */
@Controller
final class SearchController {

    private final CallSearch search;
    private final TagChips chips;

    SearchController(CallSearch search, TagChips chips) {
        this.search = search;
        this.chips = chips;
    }

    @GetMapping("/")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        SearchState state = SearchState.of(q, sort, page);
        model.addAttribute("page", SearchPage.of(state, search.search(state.request()), chips));
        return "search";
    }
}
