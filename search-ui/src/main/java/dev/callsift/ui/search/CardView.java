package dev.callsift.ui.search;

import dev.callsift.pipeline.index.IndexedCall;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.search.CallHit;
import dev.callsift.ui.Addresses;
import dev.callsift.ui.CallCaption;
import dev.callsift.ui.TagChip;
import dev.callsift.ui.TagChips;
import java.util.List;

/**
 * A call in the list of results.
 *
 * @param more how many moments there are beyond those shown
 */
record CardView(
        String href, String audio, CallCaption caption, List<TagChip> chips, List<MomentView> moments, int more) {

    CardView {
        chips = List.copyOf(chips);
        moments = List.copyOf(moments);
    }

    static CardView of(CallHit hit, SearchState state, TagChips chips) {
        IndexedCall call = hit.call();
        return new CardView(
                state.onward(Addresses.call(call.id(), state.query())),
                Addresses.audio(call.id()),
                CallCaption.of(call.call(), new RecordingKey(call.key()).toString(), call.durationMs()),
                call.tags().stream().map(tag -> chips.of(tag.code())).toList(),
                hit.moments().stream()
                        .map(moment -> MomentView.of(call.id(), moment, state))
                        .toList(),
                hit.momentsInAll() - hit.moments().size());
    }
}
