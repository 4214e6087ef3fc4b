package dev.callsift.ui.search;

import dev.callsift.search.saved.Alert;
import dev.callsift.search.saved.Alerts;
import dev.callsift.search.saved.SavedSearch;
import dev.callsift.search.saved.SavedSearches;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Saved searches and alerts as JSON; described in {@code docs/api.md}. */
@RestController
final class SavedApi {

    private static final int LARGEST_PAGE = 200;

    private final SavedSearches searches;
    private final Alerts alerts;

    SavedApi(SavedSearches searches, Alerts alerts) {
        this.searches = searches;
        this.alerts = alerts;
    }

    record SavedAnswer(
            long id, String name, String query, @Nullable String order, boolean alerts, Instant createdAt) {

        static SavedAnswer of(SavedSearch search) {
            return new SavedAnswer(
                    search.id(),
                    search.name(),
                    search.query(),
                    search.order() == null ? null : SearchState.name(search.order()),
                    search.alerts(),
                    search.createdAt());
        }
    }

    record AlertAnswer(
            long savedSearchId,
            String name,
            String callId,
            Instant raisedAt,
            @Nullable Instant seenAt) {

        static AlertAnswer of(Alert alert) {
            return new AlertAnswer(
                    alert.search().id(), alert.search().name(), alert.callId(), alert.raisedAt(), alert.seenAt());
        }
    }

    /** @param unseen how many there are in all that nobody has seen */
    record AlertsAnswer(long total, long unseen, int offset, int limit, List<AlertAnswer> alerts) {}

    @Operation(summary = "Saved searches by name")
    @GetMapping("/api/saved-searches")
    List<SavedAnswer> searches() {
        return searches.all().stream().map(SavedAnswer::of).toList();
    }

    @Operation(summary = "Calls that saved searches found, those nobody has seen first")
    @GetMapping("/api/alerts")
    AlertsAnswer alerts(
            @Parameter(description = "Alerts to pass over") @RequestParam(defaultValue = "0") int offset,
            @Parameter(description = "Alerts at most, 1 to 200") @RequestParam(defaultValue = "20") int limit) {
        int from = Math.max(0, offset);
        int most = Math.clamp(limit, 1, LARGEST_PAGE);
        return new AlertsAnswer(
                alerts.count(),
                alerts.unseen(),
                from,
                most,
                alerts.list(from, most).stream().map(AlertAnswer::of).toList());
    }
}
