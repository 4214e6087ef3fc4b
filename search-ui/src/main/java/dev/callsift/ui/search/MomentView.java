package dev.callsift.ui.search;

import dev.callsift.search.Moment;
import dev.callsift.ui.Addresses;
import dev.callsift.ui.Clock;
import dev.callsift.ui.SpeakerLabel;
import java.util.ArrayList;
import java.util.List;

/**
 * A moment as a card shows it.
 *
 * @param href the call's page, playing from here
 * @param sure how sure the recognizer was of the least sure word that matches
 * @param previewMs where a preview begins: a little earlier, so that the first word is not cut
 */
record MomentView(
        String href,
        long previewMs,
        String clock,
        String machine,
        SpeakerLabel speaker,
        String sure,
        List<SaidWord> words) {

    private static final long LEAD_MS = 400;
    private static final SaidWord CUT = new SaidWord("…", false, false);

    record SaidWord(String text, boolean hit, boolean unsure) {}

    MomentView {
        words = List.copyOf(words);
    }

    static MomentView of(String id, Moment moment, String query) {
        return of(id, moment, new SearchState(query, null, 1));
    }

    /** @param state the list it is in, where the call's page leads back */
    static MomentView of(String id, Moment moment, SearchState state) {
        return new MomentView(
                state.onward(Addresses.moment(id, moment.startMs(), state.query())),
                Math.max(0, moment.startMs() - LEAD_MS),
                Clock.position(moment.startMs()),
                Clock.machine(moment.startMs()),
                SpeakerLabel.of(moment.speaker()),
                Math.round(moment.confidence().value() * 100) + " %",
                words(moment));
    }

    private static List<SaidWord> words(Moment moment) {
        List<SaidWord> words = new ArrayList<>();
        if (moment.cutBefore()) {
            words.add(CUT);
        }
        moment.words().forEach(word -> words.add(new SaidWord(word.text(), word.match(), word.doubtful())));
        if (moment.cutAfter()) {
            words.add(CUT);
        }
        return words;
    }
}
