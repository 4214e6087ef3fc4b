package dev.callsift.ui.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the page of alerts shows.
 *
 * @param alerting whether any saved search raises alerts
 * @param unseen how many there are in all that nobody has seen
 * @param until when the newest of these was raised, for {@code /alerts/seen}; null where there is nothing to say so of
 * @param previous address of the page before; null on the first
 * @param next address of the page after; null on the last
 */
record AlertsPage(
        List<AlertView> alerts,
        long unseen,
        boolean alerting,
        @Nullable String until,
        @Nullable String previous,
        @Nullable String next) {

    static final int SIZE = 20;
    private static final int LAST = 10_000;

    /** @param page from 1 */
    record Request(int page) {

        Request {
            page = Math.clamp(page, 1, LAST);
        }

        int offset() {
            return (page - 1) * SIZE;
        }

        @Nullable
        String previous() {
            return page > 1 ? "/alerts?page=" + (page - 1) : null;
        }

        @Nullable
        String next(long count) {
            return offset() + SIZE < count ? "/alerts?page=" + (page + 1) : null;
        }
    }

    AlertsPage {
        alerts = List.copyOf(alerts);
    }
}
