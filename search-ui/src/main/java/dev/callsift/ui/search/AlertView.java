package dev.callsift.ui.search;

import dev.callsift.pipeline.index.IndexedCall;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.search.Moment;
import dev.callsift.search.saved.Alert;
import dev.callsift.ui.Addresses;
import dev.callsift.ui.CallCaption;
import dev.callsift.ui.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An alert as its page shows it.
 *
 * @param caption of the call; null when it is no longer in the index
 * @param moment the first that matches; null where a query matches without words
 * @param href the call's page, at that moment
 * @param seenHref where to say that it was seen
 */
record AlertView(
        String name,
        String searchHref,
        @Nullable CallCaption caption,
        @Nullable MomentView moment,
        String audio,
        String href,
        String raised,
        String machine,
        boolean seen,
        String seenHref) {

    static AlertView of(Alert alert, Optional<IndexedCall> call, List<Moment> moments) {
        String query = alert.search().query();
        MomentView moment = moments.isEmpty() ? null : MomentView.of(alert.callId(), moments.getFirst(), query);
        return new AlertView(
                alert.search().name(),
                SavedController.href(alert.search()),
                call.map(AlertView::caption).orElse(null),
                moment,
                Addresses.audio(alert.callId()),
                moment == null ? Addresses.call(alert.callId(), query) : moment.href(),
                Clock.start(alert.raisedAt().atOffset(ZoneOffset.UTC)),
                alert.raisedAt().toString(),
                alert.seen(),
                "/alerts/" + alert.search().id() + "/" + alert.callId() + "/seen");
    }

    private static CallCaption caption(IndexedCall call) {
        return CallCaption.of(call.call(), new RecordingKey(call.key()).toString(), call.durationMs());
    }
}
