package dev.callsift.search.saved;

import dev.callsift.pipeline.index.IndexedCallListener;
import dev.callsift.search.CallSearch;
import dev.callsift.search.SearchCutShortException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Raises alerts for new calls. Each search runs as it would on the page, over the new calls alone; only what surely matches
 * counts.
 */
public final class NewCallAlerts implements IndexedCallListener {

    private static final Logger log = LoggerFactory.getLogger(NewCallAlerts.class);

    private final CallSearch search;
    private final SavedSearches searches;
    private final Alerts alerts;
    private final AlertMessages messages;
    private final InstantSource clock;

    /** @param search must see every commit of the index at once */
    public NewCallAlerts(
            CallSearch search, SavedSearches searches, Alerts alerts, AlertMessages messages, InstantSource clock) {
        this.search = search;
        this.searches = searches;
        this.alerts = alerts;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public void indexed(List<String> callIds) {
        for (SavedSearch saved : searches.alerting()) {
            List<String> found = matching(saved, callIds);
            if (!found.isEmpty() && searches.hold(saved)) {
                found.forEach(callId -> raise(saved, callId));
            }
        }
    }

    /** A search that cannot be finished holds up no calls. */
    private List<String> matching(SavedSearch saved, List<String> callIds) {
        try {
            return search.matching(saved.query(), callIds);
        } catch (SearchCutShortException e) {
            log.warn("saved search '{}': no alerts for {} new calls, {}", saved.name(), callIds.size(), e.getMessage());
            return List.of();
        }
    }

    private void raise(SavedSearch saved, String callId) {
        Instant now = clock.instant();
        if (alerts.raise(saved, callId, now)) {
            messages.add(AlertMessage.of(saved, callId, now));
        }
    }
}
