package dev.callsift.ui.call;

import dev.callsift.pipeline.audio.ChannelLayout;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.ui.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How two people talked, for people.
 *
 * @param agentPercent the agent's part, for the bar; the rest is the customer's
 * @param silence such as "4.2 s"; empty where there was none
 */
record TalkView(int agentPercent, List<Row> rows, String silence, String silenceClock, long silenceMs) {

    /** One person's figures. */
    record Row(String who, String kind, String share, String pace, String interruptions) {}

    TalkView {
        rows = List.copyOf(rows);
    }

    /** Nothing where speakers were not told apart or nobody spoke. */
    static Optional<TalkView> of(Transcript transcript) {
        TalkFigures figures = TalkFigures.of(transcript);
        boolean apart = transcript.audio().layout() == ChannelLayout.SPLIT;
        if (!apart || figures.agent().talkMs() + figures.customer().talkMs() == 0) {
            return Optional.empty();
        }
        int agent = figures.agentPercent();
        TalkFigures.Silence silence = figures.silence();
        return Optional.of(new TalkView(
                agent,
                List.of(
                        row("Agent", "agent", agent, figures.agent()),
                        row("Customer", "customer", 100 - agent, figures.customer())),
                silence.lengthMs() == 0 ? "" : String.format(Locale.ROOT, "%.1f s", silence.lengthMs() / 1_000.0),
                Clock.position(silence.atMs()),
                silence.atMs()));
    }

    private static Row row(String who, String kind, int percent, TalkFigures.Voice voice) {
        return new Row(
                who,
                kind,
                percent + " %",
                voice.words() == 0 ? "–" : String.valueOf(voice.wordsPerMinute()),
                String.valueOf(voice.interruptions()));
    }
}
