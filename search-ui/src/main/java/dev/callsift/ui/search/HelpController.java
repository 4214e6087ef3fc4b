package dev.callsift.ui.search;

import dev.callsift.search.query.QueryExamples;
import dev.callsift.search.query.QueryExamples.Topic;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The query language, by examples that run. */
@Controller
final class HelpController {

    record Section(String title, String introduction, List<RunningExample> examples) {}

    record RunningExample(String query, String href, String meaning) {}

    @GetMapping("/help/search")
    String help(Model model) {
        model.addAttribute(
                "sections",
                Stream.of(Topic.values()).map(HelpController::section).toList());
        return "help-search";
    }

    private static Section section(Topic topic) {
        return switch (topic) {
            case WORDS ->
                section(topic, "Words", "All words of a query must be said in the call, in any order, by whomever.");
            case PLACES ->
                section(topic, "Who says it, where and when", "Times are those of the single words in the recording.");
            case FILTERS ->
                section(
                        topic,
                        "The call itself",
                        "Filters stand anywhere in a query, also behind a minus or around OR.");
        };
    }

    private static Section section(Topic topic, String title, String introduction) {
        return new Section(
                title,
                introduction,
                QueryExamples.ALL.stream()
                        .filter(example -> example.topic() == topic)
                        .map(example -> new RunningExample(
                                example.query(),
                                SearchState.of(example.query(), "", 1).href(),
                                example.meaning()))
                        .toList());
    }
}
