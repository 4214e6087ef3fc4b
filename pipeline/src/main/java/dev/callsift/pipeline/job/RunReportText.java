package dev.callsift.pipeline.job;

import dev.callsift.pipeline.ledger.RecordingState;
import java.time.Duration;
import java.util.Arrays;
import java.util.Formatter;
import java.util.Locale;
import java.util.stream.Collectors;

/** The run report as a person reads it at the end of a run. */
public final class RunReportText {

    private RunReportText() {}

    public static String of(RunReport report) {
        Formatter text = new Formatter(Locale.ROOT);
        text.format("Run %d %s after %s\n", report.run(), outcome(report), clock(report.elapsed()));
        if (report.problem() != null) {
            text.format("  problem       %s\n", report.problem());
        }
        recordings(text, report);
        speech(text, report);
        versions(text, report);
        slowest(text, report);
        quarantined(text, report);
        report.warnings().forEach(warning -> text.format("  note          %s\n", warning));
        return text.toString();
    }

    private static String outcome(RunReport report) {
        return switch (report.outcome()) {
            case COMPLETED -> "completed";
            case INCOMPLETE -> "INCOMPLETE (run again to go on)";
        };
    }

    private static void recordings(Formatter text, RunReport report) {
        text.format("  source        %s\n", report.source());
        text.format(
                "  recordings    %d listed: %d new, %d changed, %d known\n",
                report.discovery().total(),
                report.discovery().added(),
                report.discovery().changed(),
                report.discovery().known());
        text.format(
                "  done          %d transcribed, %d tagged, %d indexed, %d quarantined\n",
                report.transcribed(),
                report.tagged(),
                report.indexed(),
                report.quarantined().size());
        text.format("  in all        %s\n", counts(report));
    }

    private static String counts(RunReport report) {
        return Arrays.stream(RecordingState.values())
                .filter(state -> report.ledger().getOrDefault(state, 0L) > 0)
                .map(state -> report.ledger().get(state) + " " + state.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private static void speech(Formatter text, RunReport report) {
        if (report.transcribed() == 0) {
            return;
        }
        RunReport.SpeechFigures speech = report.speech();
        text.format(
                "  audio         %s, of which speech on the channels %.0f %%\n",
                clock(speech.audio()), 100 * speech.speechShare());
        text.format(
                "  speed         real-time factor %.3f (%.0f times faster than listening)\n",
                speech.realTimeFactor(), speech.realTimeFactor() == 0 ? 0 : 1 / speech.realTimeFactor());
        Duration cpu = speech.recognizerCpu().plus(speech.otherCpu());
        text.format(
                "  processor     %s, %.1f %% of it outside the recognizer\n",
                clock(cpu), cpu.isZero() ? 0 : 100.0 * speech.otherCpu().toNanos() / cpu.toNanos());
    }

    private static void versions(Formatter text, RunReport report) {
        text.format(
                "  speech model  %s (%s)\n",
                report.speechModel().name(), report.speechModel().hash().substring(0, 12));
        if (report.speechModel().demonstration()) {
            text.format(
                    "                the demonstration model, trained on synthetic speech: not for real recordings\n");
        }
        text.format("  taxonomy      %s, language models %s\n", report.taxonomy(), report.languageModels());
    }

    private static void slowest(Formatter text, RunReport report) {
        report.slowest()
                .forEach(slow -> text.format(
                        "  slow          %s: %s for %s of audio (%.3f)\n",
                        slow.key(), clock(slow.processing()), clock(slow.audio()), slow.realTimeFactor()));
    }

    private static void quarantined(Formatter text, RunReport report) {
        report.quarantined()
                .forEach(held -> text.format(
                        "  quarantined   %s: %s (%s); %s\n",
                        held.key(), held.reason().meaning(), held.detail(), held.advice()));
    }

    /** {@code 1:02:03} from an hour on, {@code 2:03} from a minute on, {@code 3.4 s} below. */
    private static String clock(Duration duration) {
        if (duration.toMinutes() == 0) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1_000.0);
        }
        return duration.toHours() == 0
                ? String.format(Locale.ROOT, "%d:%02d", duration.toMinutes(), duration.toSecondsPart())
                : String.format(
                        Locale.ROOT,
                        "%d:%02d:%02d",
                        duration.toHours(),
                        duration.toMinutesPart(),
                        duration.toSecondsPart());
    }
}
