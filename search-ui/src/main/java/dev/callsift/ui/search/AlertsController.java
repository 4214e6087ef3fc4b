package dev.callsift.ui.search;

import dev.callsift.search.CallSearch;
import dev.callsift.search.saved.Alert;
import dev.callsift.search.saved.Alerts;
import dev.callsift.search.saved.SavedSearch;
import dev.callsift.search.saved.SavedSearches;
import dev.callsift.ui.PageProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The alerts: new calls that saved searches found. */
@Controller
final class AlertsController {

    private final Alerts alerts;
    private final SavedSearches searches;
    private final CallSearch search;

    AlertsController(Alerts alerts, SavedSearches searches, CallSearch search) {
        this.alerts = alerts;
        this.searches = searches;
        this.search = search;
    }

    @GetMapping("/alerts")
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        AlertsPage.Request request = new AlertsPage.Request(page);
        List<Alert> listed = alerts.list(request.offset(), AlertsPage.SIZE);
        model.addAttribute(
                "page",
                new AlertsPage(
                        listed.stream().map(this::view).toList(),
                        alerts.unseen(),
                        searches.all().stream().anyMatch(SavedSearch::alerts),
                        until(request, listed),
                        request.previous(),
                        request.next(alerts.count())));
        model.addAttribute("section", "alerts");
        return "alerts";
    }

    /** Those not seen come first, the newest before the others. */
    private static @Nullable String until(AlertsPage.Request request, List<Alert> listed) {
        boolean allSeen = listed.isEmpty() || listed.getFirst().seen();
        return request.page() > 1 || allSeen
                ? null
                : listed.getFirst().raisedAt().toString();
    }

    private AlertView view(Alert alert) {
        return AlertView.of(
                alert,
                search.call(alert.callId()),
                search.moments(alert.callId(), alert.search().query(), 1));
    }

    @PostMapping("/alerts/{search:\\d{1,18}}/{call:[0-9a-f]{16}}/seen")
    String see(@PathVariable("search") long searchId, @PathVariable String call) {
        alerts.see(searchId, call);
        return "redirect:/alerts";
    }

    /** @param until when the list was made that someone has looked through */
    @PostMapping("/alerts/seen")
    String seeAll(@RequestParam String until) {
        try {
            alerts.seeAll(Instant.parse(until));
            return "redirect:/alerts";
        } catch (DateTimeException e) {
            throw new PageProblemException(
                    HttpStatus.BAD_REQUEST, "This request was not understood", "Open the alerts again.", e);
        }
    }
}
