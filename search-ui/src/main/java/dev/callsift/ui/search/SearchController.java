package dev.callsift.ui.search;

import dev.callsift.search.CallSearch;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The search page. It is always answered whole; while someone types, the browser takes the results out of it. */
@Controller
final class SearchController {

    private final CallSearch search;

    SearchController(CallSearch search) {
        this.search = search;
    }

    @GetMapping("/")
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        SearchState state = SearchState.of(q, sort, page);
        model.addAttribute("page", SearchPage.of(state, search.search(state.request())));
        return "search";
    }
}
