package dev.callsift.cli;

import dev.callsift.models.speech.SpeechModel;
import dev.callsift.models.speech.SpeechModels;
import dev.callsift.pipeline.evaluation.GroundTruth;
import dev.callsift.pipeline.evaluation.SpeechEvaluation;
import dev.callsift.pipeline.evaluation.WordErrors;
import dev.callsift.pipeline.transcript.SpeechRecognizer;
import dev.callsift.pipeline.transcript.TranscriptSettings;
import dev.callsift.pipeline.transcript.VoskRecognizer;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code callsift evaluate wer}: word error rates, beside those of whole channels fed to the recognizer. */
@Command(
        name = "wer",
        mixinStandardHelpOptions = true,
        description = {
            "Word error rate of the pipeline (speech only) beside that of the same whole channels fed to Vosk",
            "without voice activity detection."
        })
final class EvaluateWerCommand implements Callable<Integer> {

    @Mixin
    private DemoSet set = new DemoSet();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        SpeechModel model = SpeechModels.standard().open(set.model());
        TranscriptSettings settings =
                TranscriptSettings.ofThreads(Runtime.getRuntime().availableProcessors());
        SpeechEvaluation evaluation = new SpeechEvaluation(set.recordings(), set.audio());
        try (SpeechRecognizer speech = VoskRecognizer.start(model, settings);
                SpeechRecognizer whole = VoskRecognizer.startPlain(model, settings)) {
            compare(set.truths(), evaluation, speech, whole);
        }
        return ExitCode.OK;
    }

    private void compare(
            List<GroundTruth> truths, SpeechEvaluation evaluation, SpeechRecognizer speech, SpeechRecognizer whole)
            throws InterruptedException {
        PrintWriter out = Output.of(spec);
        out.printf(Locale.ROOT, "%6s %12s %14s  %s%n", "words", "speech only", "whole channels", "recording");
        WordErrors speechTotal = WordErrors.NONE;
        WordErrors wholeTotal = WordErrors.NONE;
        for (GroundTruth truth : truths) {
            WordErrors ofSpeech = evaluation.evaluate(truth, speech);
            WordErrors ofWhole = evaluation.evaluate(truth, whole);
            row(out, ofSpeech, ofWhole, truth.key().toString());
            speechTotal = speechTotal.plus(ofSpeech);
            wholeTotal = wholeTotal.plus(ofWhole);
        }
        row(out, speechTotal, wholeTotal, "all " + truths.size());
        out.printf(
                Locale.ROOT,
                "difference: %+.2f points (target: at most 1)%n",
                100 * (speechTotal.rate() - wholeTotal.rate()));
        breakdown(out, "speech only", speechTotal);
        breakdown(out, "whole channels", wholeTotal);
    }

    private static void row(PrintWriter out, WordErrors speech, WordErrors whole, String name) {
        out.printf(
                Locale.ROOT,
                "%6d %10.2f %% %12.2f %%  %s%n",
                speech.words(),
                100 * speech.rate(),
                100 * whole.rate(),
                name);
    }

    private static void breakdown(PrintWriter out, String name, WordErrors errors) {
        out.printf(
                Locale.ROOT,
                "%-15s %d substituted, %d missed, %d made up%n",
                name + ":",
                errors.substitutions(),
                errors.deletions(),
                errors.insertions());
    }
}
