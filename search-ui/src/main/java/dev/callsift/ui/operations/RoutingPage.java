package dev.callsift.ui.operations;

import dev.callsift.pipeline.operations.TriedItem;
import dev.callsift.pipeline.routing.Routing;
import dev.callsift.ui.TagChips;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a week's items would have gone, as its page shows it.
 *
 * @param week as it is written
 * @param range its days
 * @param away how many would have gone to another team
 * @param full whether there are more than are shown
 * @param previous address of the week before
 * @param next address of the week after
 */
record RoutingPage(String week, String range, List<Row> rows, long away, boolean full, String previous, String next) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);

    /** An item, everything in words. */
    record Row(
            long id,
            String title,
            String state,
            String came,
            String order,
            String team,
            String goesTo,
            String why,
            boolean moves) {

        static Row of(TriedItem item, Routing routing, TagChips chips, ZoneId zone) {
            return new Row(
                    item.id(),
                    chips.of(item.type()).title(),
                    item.state().title(),
                    TIME.format(item.createdAt().atZone(zone)),
                    item.order().label(),
                    title(item.team(), routing),
                    title(item.routed().team(), routing),
                    item.routed().reason(),
                    item.moves());
        }

        private static String title(@Nullable String team, Routing routing) {
            return team == null ? "no team" : routing.title(team);
        }
    }

    static RoutingPage of(ReportPeriod period, List<TriedItem> items, int most, Routing routing, TagChips chips) {
        return new RoutingPage(
                period.week(),
                DAY.format(period.first()) + " to " + DAY.format(period.last()),
                items.stream()
                        .map(item -> Row.of(item, routing, chips, period.zone()))
                        .toList(),
                items.stream().filter(TriedItem::moves).count(),
                items.size() == most,
                address(period.weeksLater(-1)),
                address(period.weeksLater(1)));
    }

    private static String address(ReportPeriod period) {
        return "/queue/routing?week=" + period.week();
    }
}
