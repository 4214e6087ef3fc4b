package dev.callsift.ui.search;

import dev.callsift.search.saved.Alerts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The number in the header of every page. */
@Component("alertCount")
final class AlertCount {

    private static final Logger log = LoggerFactory.getLogger(AlertCount.class);

    private final Alerts alerts;

    AlertCount(Alerts alerts) {
        this.alerts = alerts;
    }

    /** How many alerts nobody has seen; 0 when the database is away, which must not keep a page from saying so. */
    public long unseen() {
        try {
            return alerts.unseen();
        } catch (DataAccessException e) {
            log.warn("the number of alerts is not known: {}", e.getMessage());
            return 0;
        }
    }
}
