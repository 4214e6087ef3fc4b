package dev.callsift.ui.operations;

import dev.callsift.pipeline.operations.OperationsReport;
import dev.callsift.pipeline.operations.OperationsReports;
import dev.callsift.pipeline.routing.Routing;
import dev.callsift.ui.TagChips;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What became of the requests of a week, or of other days: as a page, as CSV and as JSON. */
@Controller
final class ReportController {

    private final ObjectProvider<OperationsReports> reports;
    private final ReportPeriods periods;
    private final ObjectProvider<Routing> routing;
    private final TagChips chips;

    ReportController(
            ObjectProvider<OperationsReports> reports,
            ReportPeriods periods,
            ObjectProvider<Routing> routing,
            TagChips chips) {
        this.reports = reports;
        this.periods = periods;
        this.routing = routing;
        this.chips = chips;
    }

    @GetMapping("/queue/report")
    String page(@RequestParam(required = false) @Nullable String week, Model model) {
        ReportPeriod period = periods.of(week, null, null);
        model.addAttribute("page", ReportPage.of(period, report(period), chips, routing.getObject()::title));
        model.addAttribute("section", "queue");
        return "queue-report";
    }

    @GetMapping(path = "/queue/report.csv")
    ResponseEntity<String> csv(
            @RequestParam(required = false) @Nullable String week,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        ReportPeriod period = periods.of(week, from, to);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"requests-" + period.first() + "-to-" + period.last() + ".csv\"")
                .body(ReportCsv.write(report(period)));
    }

    @Operation(summary = "What became of requests, by type and team")
    @GetMapping(path = "/api/items/report", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    OperationsReport json(
            @Parameter(description = "ISO week; the week of today unless told")
                    @RequestParam(required = false)
                    @Nullable
                    String week,
            @Parameter(description = "First day, instead of a week") @RequestParam(required = false) @Nullable
                    String from,
            @Parameter(description = "Last day, instead of a week") @RequestParam(required = false) @Nullable
                    String to) {
        return report(periods.of(week, from, to));
    }

    private OperationsReport report(ReportPeriod period) {
        return reports.getObject().of(period.begin(), period.end());
    }
}
