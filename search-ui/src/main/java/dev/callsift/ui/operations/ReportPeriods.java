package dev.callsift.ui.operations;

import dev.callsift.pipeline.orders.OrderSettings;
import dev.callsift.ui.PageProblemException;
import java.time.InstantSource;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads periods as they are asked for, by the shop's clock. */
@Component
final class ReportPeriods {

    private final ObjectProvider<OrderSettings> settings;
    private final InstantSource clock;

    ReportPeriods(ObjectProvider<OrderSettings> settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * An ISO week, or from one day to another; the week of today when nothing is said.
     *
     * @throws PageProblemException when that is no period
     */
    ReportPeriod of(@Nullable String week, @Nullable String from, @Nullable String to) {
        try {
            ZoneId zone = ZoneId.of(settings.getObject().timeZone());
            return ReportPeriod.of(week, from, to, clock.instant(), zone);
        } catch (IllegalArgumentException e) {
            throw new PageProblemException(
                    HttpStatus.BAD_REQUEST, "This period was not understood", String.valueOf(e.getMessage()), e);
        }
    }
}
