package dev.callsift.ui.operations;

import dev.callsift.pipeline.operations.RoutingTrial;
import dev.callsift.ui.TagChips;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the rules would have sent the items of a week. */
@Controller
final class RoutingController {

    private static final int MOST = 500;

    private final ObjectProvider<RoutingTrial> trial;
    private final ReportPeriods periods;
    private final Queue queue;
    private final TagChips chips;

    RoutingController(ObjectProvider<RoutingTrial> trial, ReportPeriods periods, Queue queue, TagChips chips) {
        this.trial = trial;
        this.periods = periods;
        this.queue = queue;
        this.chips = chips;
    }

    @GetMapping("/queue/routing")
    String page(@RequestParam(required = false) @Nullable String week, Model model) {
        ReportPeriod period = periods.of(week, null, null);
        var items = trial.getObject().of(period.begin(), period.end(), MOST);
        model.addAttribute("page", RoutingPage.of(period, items, MOST, queue.routing(), chips));
        model.addAttribute("section", "queue");
        return "queue-routing";
    }
}
