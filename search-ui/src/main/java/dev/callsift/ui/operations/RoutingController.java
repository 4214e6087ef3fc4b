package dev.callsift.ui.operations;

import dev.callsift.pipeline.operations.RoutingTrial;
import dev.callsift.pipeline.orders.OrderSettings;
import dev.callsift.ui.PageProblemException;
import dev.callsift.ui.TagChips;
import java.time.InstantSource;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the rules would have sent the items of a week. */
@Controller
final class RoutingController {

    private static final int MOST = 500;

    private final ObjectProvider<RoutingTrial> trial;
    private final ObjectProvider<OrderSettings> settings;
    private final Queue queue;
    private final TagChips chips;
    private final InstantSource clock;

    RoutingController(
            ObjectProvider<RoutingTrial> trial,
            ObjectProvider<OrderSettings> settings,
            Queue queue,
            TagChips chips,
            InstantSource clock) {
        this.trial = trial;
        this.settings = settings;
        this.queue = queue;
        this.chips = chips;
        this.clock = clock;
    }

    @GetMapping("/queue/routing")
    String page(@RequestParam(required = false) @Nullable String week, Model model) {
        ReportPeriod period = period(week);
        var items = trial.getObject().of(period.begin(), period.end(), MOST);
        model.addAttribute("page", RoutingPage.of(period, items, MOST, queue.routing(), chips));
        model.addAttribute("section", "queue");
        return "queue-routing";
    }

    private ReportPeriod period(@Nullable String week) {
        try {
            ZoneId zone = ZoneId.of(settings.getObject().timeZone());
            return ReportPeriod.of(week, null, null, clock.instant(), zone);
        } catch (IllegalArgumentException e) {
            throw new PageProblemException(
                    HttpStatus.BAD_REQUEST, "This week was not understood", String.valueOf(e.getMessage()), e);
        }
    }
}
