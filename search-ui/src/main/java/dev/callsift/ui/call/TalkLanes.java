package dev.callsift.ui.call;

import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Utterance;
import dev.callsift.pipeline.transcript.Waveform;
import dev.callsift.ui.SpeakerLabel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who spoke when and how loud, as lanes over the time of the call, with the tags on them. A call without peaks has bars from the times
 * of its words instead.
 *
 * @param bars empty where there are waves
 * @param width of the drawing, in its own units
 * @param height likewise
 */
record TalkLanes(List<Wave> waves, List<Bar> bars, List<Mark> marks, int width, int height) {

    /** A second of talk is seen even in a call of an hour. */
    private static final double NARROWEST = 1.2;

    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 64;
    private static final int BAR = 20;

    /**
     * @param kind the style sheet's class of the speaker
     * @param path for the SVG element
     */
    record Wave(String kind, String path) {}

    record Bar(String kind, double x, double y, double width, int height) {}

    /** @param title for people, with the time */
    record Mark(String kind, double x, long atMs, String title) {}

    TalkLanes {
        waves = List.copyOf(waves);
        bars = List.copyOf(bars);
        marks = List.copyOf(marks);
    }

    static TalkLanes of(Transcript transcript, Optional<Waveform> waveform, List<TagView> tags) {
        long durationMs = Math.max(1, transcript.audio().durationMs());
        double scale = (double) WIDTH / durationMs;
        List<Wave> waves = waveform.map(peaks -> waves(peaks, durationMs)).orElse(List.of());
        List<Bar> bars = waves.isEmpty()
                ? transcript.utterances().stream().map(said -> bar(said, scale)).toList()
                : List.of();
        return new TalkLanes(waves, bars, marks(tags, scale), WIDTH, HEIGHT);
    }

    private static List<Wave> waves(Waveform waveform, long durationMs) {
        return waveform.lanes().stream()
                .map(lane -> new Wave(
                        SpeakerLabel.of(lane.speaker()).kind(),
                        WavePath.of(
                                lane.values(),
                                waveform.stepMs(),
                                durationMs,
                                middle(lane.speaker()),
                                lane.speaker() == Speaker.UNKNOWN ? HEIGHT / 2 - 2 : HEIGHT / 4 - 1)))
                .toList();
    }

    private static List<Mark> marks(List<TagView> tags, double scale) {
        List<Mark> marks = new ArrayList<>();
        tags.stream().filter(tag -> !tag.rejected()).forEach(tag -> tag.quotes()
                .forEach(quote -> marks.add(new Mark(
                        tag.chip().kind(),
                        rounded(quote.startMs() * scale),
                        quote.startMs(),
                        quote.clock() + " " + tag.chip().title()))));
        marks.sort(Comparator.comparingLong(Mark::atMs));
        return marks;
    }

    private static Bar bar(Utterance said, double scale) {
        return new Bar(
                SpeakerLabel.of(said.speaker()).kind(),
                rounded(said.startMs() * scale),
                middle(said.speaker()) - BAR / 2.0,
                Math.max(NARROWEST, rounded((said.endMs() - said.startMs()) * scale)),
                BAR);
    }

    private static int middle(Speaker speaker) {
        return switch (speaker) {
            case AGENT -> HEIGHT / 4;
            case CUSTOMER -> HEIGHT * 3 / 4;
            case UNKNOWN -> HEIGHT / 2;
        };
    }

    private static double rounded(double value) {
        return Math.round(10 * value) / 10.0;
    }
}
