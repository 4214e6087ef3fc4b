package dev.callsift.ui.operations;

import dev.callsift.pipeline.operations.ItemState;
import dev.callsift.pipeline.operations.WorkItem;
import dev.callsift.ui.Addresses;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An item as the queue shows it.
 *
 * @param title the type, for people
 * @param team that it is for, for people; null when none is known
 * @param change what changes to what
 * @param left until when something can be done, in words; null when the order is not known
 * @param urgency of that: {@code late}, {@code soon} or {@code calm}
 * @param age since the call ended or, when that is not known, since it was found
 * @param evidence the call's page at the second
 * @param audio the recording
 * @param fromMs where to begin to hear it in the recording
 * @param toMs where that ends
 */
record ItemView(
        WorkItem item,
        String title,
        @Nullable String team,
        String change,
        @Nullable String left,
        String urgency,
        String age,
        String evidence,
        String audio,
        long fromMs,
        long toMs) {

    private static final Duration SOON = Duration.ofHours(1);
    private static final long BEFORE_MS = 1_000;
    private static final long AFTER_MS = 500;

    /** How much is heard of evidence that is shorter: the sentence around a word. */
    private static final long SHORTEST_MS = 4_000;

    static ItemView of(WorkItem item, String title, @Nullable String team, Instant now) {
        long from = Math.max(0, item.startMs() - BEFORE_MS);
        Duration left = Optional.ofNullable(item.dispatchCutoff())
                .map(cutoff -> Duration.between(now, cutoff))
                .orElse(null);
        return new ItemView(
                item,
                title,
                team,
                change(item),
                left == null ? null : left.isNegative() ? words(left.negated()) + " too late" : words(left) + " left",
                left == null ? "calm" : left.isNegative() ? "late" : left.compareTo(SOON) < 0 ? "soon" : "calm",
                words(Duration.between(Optional.ofNullable(item.callEndedAt()).orElse(item.createdAt()), now)),
                Addresses.moment(item.callId(), from, ""),
                Addresses.audio(item.callId()),
                from,
                Math.max(item.endMs() + AFTER_MS, from + SHORTEST_MS));
    }

    private static String change(WorkItem item) {
        if (item.from() == null && item.to() == null) {
            return "";
        }
        return (item.from() == null ? "" : shown(item, item.from()) + " ") + "→ "
                + (item.to() == null ? "?" : shown(item, item.to()));
    }

    /** Sizes as they stand on labels: an "l" is taken for an "i" or a one. */
    private static String shown(WorkItem item, String value) {
        return item.type().equals("modify.size") ? value.toUpperCase(Locale.ROOT) : value;
    }

    /** Two digits are enough: "3 d", "5 h", "12 min". */
    private static String words(Duration duration) {
        if (duration.toDays() > 1) {
            return duration.toDays() + " d";
        }
        return duration.toHours() > 1 ? duration.toHours() + " h" : Math.max(0, duration.toMinutes()) + " min";
    }

    public boolean isOpen() {
        return item.state().isOpen();
    }

    public boolean isNew() {
        return item.state() == ItemState.NEW;
    }
}
