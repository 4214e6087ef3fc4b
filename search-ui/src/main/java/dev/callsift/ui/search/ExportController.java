package dev.callsift.ui.search;

import dev.callsift.search.CallSearch;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole result as a file, written while it is read. Holds at most {@value CallSearch#MOST_EXPORTED} calls; how many match is
 * in the headers {@code Callsift-Total} and {@code Callsift-Exported}, and in the JSON itself.
 */
@Controller
final class ExportController {

    private final CallSearch search;
    private final JsonMapper json;

    ExportController(CallSearch search, JsonMapper json) {
        this.search = search;
        this.json = json;
    }

    @GetMapping("/export/calls.csv")
    void csv(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String sort,
            HttpServletResponse response) {
        SearchState state = SearchState.of(q, sort, 1);
        CsvExport export = new CsvExport(
                state.query(), (total, exported) -> announce(response, "text/csv", "csv", total, exported));
        if (!search.export(state.query(), state.orderOrDefault(), export)) {
            export.begin(0, 0, false);
        }
    }

    @GetMapping("/export/calls.json")
    void json(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String sort,
            HttpServletResponse response) {
        SearchState state = SearchState.of(q, sort, 1);
        ExportBeginning beginning =
                (total, exported) -> announce(response, "application/json", "json", total, exported);
        JsonExport export = new JsonExport(state.query(), json, beginning);
        if (!search.export(state.query(), state.orderOrDefault(), export)) {
            export.begin(0, 0, false);
        }
        // not where something failed: half a file must not look whole
        export.end();
    }

    private static Writer announce(
            HttpServletResponse response, String type, String extension, long total, int exported) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Callsift-Total", Long.toString(total));
        response.setHeader("Callsift-Exported", Integer.toString(exported));
        String name = exported < total ? "calls-first-" + exported + "-of-" + total : "calls";
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "." + extension + "\"");
        return response.getWriter();
    }
}
