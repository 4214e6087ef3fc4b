package dev.callsift.ui.call;

import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Utterance;
import dev.callsift.ui.SpeakerLabel;
import java.util.ArrayList;
import java.util.List;

/**
 * Who spoke when, as two lanes over the time of the call, with the tags between them. Drawn from the times of the words; how loud
 * they were is not known.
 *
 * @param width of the drawing, in its own units
 */
record TalkLanes(List<Bar> bars, List<Mark> marks, int width) {

    /** A second of talk is seen even in a call of an hour. */
    private static final double NARROWEST = 1.2;

    private static final int WIDTH = 1_000;

    /** @param kind the style sheet's class of the speaker */
    record Bar(String kind, double x, double width) {}

    /** @param title for people, with the time */
    record Mark(String kind, double x, String title) {}

    TalkLanes {
        bars = List.copyOf(bars);
        marks = List.copyOf(marks);
    }

    static TalkLanes of(Transcript transcript, List<TagView> tags) {
        double scale = (double) WIDTH / Math.max(1, transcript.audio().durationMs());
        List<Bar> bars =
                transcript.utterances().stream().map(said -> bar(said, scale)).toList();
        List<Mark> marks = new ArrayList<>();
        tags.stream().filter(tag -> !tag.rejected()).forEach(tag -> tag.quotes()
                .forEach(quote -> marks.add(new Mark(
                        tag.chip().kind(),
                        rounded(quote.startMs() * scale),
                        quote.clock() + " " + tag.chip().title()))));
        return new TalkLanes(bars, marks, WIDTH);
    }

    private static Bar bar(Utterance said, double scale) {
        String kind = SpeakerLabel.of(said.speaker()).kind();
        return new Bar(
                kind,
                rounded(said.startMs() * scale),
                Math.max(NARROWEST, rounded((said.endMs() - said.startMs()) * scale)));
    }

    private static double rounded(double value) {
        return Math.round(10 * value) / 10.0;
    }
}
