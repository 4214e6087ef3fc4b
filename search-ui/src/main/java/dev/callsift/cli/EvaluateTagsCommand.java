package dev.callsift.cli;

import dev.callsift.models.speech.SpeechModel;
import dev.callsift.models.speech.SpeechModels;
import dev.callsift.pipeline.audio.AudioSettings;
import dev.callsift.pipeline.evaluation.SpokenCalls;
import dev.callsift.pipeline.evaluation.tags.CallSource;
import dev.callsift.pipeline.evaluation.tags.TagEvaluation;
import dev.callsift.pipeline.evaluation.tags.TagScores;
import dev.callsift.pipeline.evaluation.tags.TagScoresJson;
import dev.callsift.pipeline.evaluation.tags.TagScoresText;
import dev.callsift.pipeline.job.TaggingApplication;
import dev.callsift.pipeline.tagging.Tagger;
import dev.callsift.pipeline.transcript.SpeechRecognizer;
import dev.callsift.pipeline.transcript.TranscriptSettings;
import dev.callsift.pipeline.transcript.VoskRecognizer;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code callsift evaluate tags}: precision, recall and F1 per code on labelled text. */
@Command(
        name = "tags",
        mixinStandardHelpOptions = true,
        description = {
            "Precision, recall and F1 per code on a file of labelled lines, each one of:",
            "  {\"text\": \"...\", \"tags\": [\"cancel.requested\"]}",
            "  {\"id\": \"...\", \"turns\": [{\"speaker\": \"customer\", \"text\": \"...\"}], \"outcome\": \"saved\",",
            "   \"reasons\": [\"price\"], \"modifications\": [\"size\"], \"changes\": [{\"type\": \"size\", \"to\": \"xl\"}]}",
            "docs/evaluation.md tells what is counted and how, and the fields of --json."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:evaluated",
            " 1:the micro-averaged F1 is below --min-f1",
            " 2:the command line or a line of the file was not understood",
            " 3:the configuration or a taxonomy file is wrong"
        },
        footer = {
            "",
            "Examples:",
            "  callsift evaluate tags labelled.jsonl --show-errors",
            "  callsift evaluate tags labelled.jsonl --json --min-f1 0.9",
            "  callsift evaluate tags calls.jsonl --recordings spoken-calls",
            "  callsift evaluate tags labelled.jsonl --taxonomy our-codes.yaml"
        })
final class EvaluateTagsCommand implements Callable<Integer> {

    @Mixin
    private TaggingOptions tagging = new TaggingOptions();

    @Parameters(paramLabel = "FILE.jsonl", description = "The labelled lines.")
    private @Nullable Path file;

    @Option(names = "--show-errors", description = "Lists every wrong and every missed tag, outcome and change.")
    private boolean showErrors;

    @Option(
            names = "--min-f1",
            paramLabel = "X",
            description = "Exits with 1 when the micro-averaged F1 is below; 0 to 1.")
    private double minF1;

    @Option(
            names = "--recordings",
            paramLabel = "DIR",
            description = {
                "Folder with a recording of each call, <id>.wav or the like, agent left, customer right. They are recognized,",
                "and what tags lose by it is shown beside."
            })
    private @Nullable Path recordings;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "Speech model for --recordings, by name or folder (default: demo-en-8k).")
    private String model = "demo-en-8k";

    @Option(names = "--json", description = "Prints JSON instead of a table.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!(minF1 >= 0 && minF1 <= 1)) {
            throw new CommandFailedException(ExitCode.USAGE, "--min-f1 is '" + minF1 + "'; it must be from 0 to 1");
        }
        try (ConfigurableApplicationContext context = tagging.start(TaggingApplication.class)) {
            Tagger tagger = context.getBean(Tagger.class);
            TagScores written = TagEvaluation.run(tagger, Objects.requireNonNull(file), CallSource.WRITTEN);
            print(recordings == null ? text(written) : recognized(tagger, written, recordings));
            return judge(written);
        }
    }

    private String text(TagScores scores) {
        return json ? TagScoresJson.of(scores, showErrors) : TagScoresText.of(scores, showErrors);
    }

    private String recognized(Tagger tagger, TagScores written, Path folder) throws IOException, InterruptedException {
        SpeechModel speech = SpeechModels.standard().open(model);
        TranscriptSettings settings = TranscriptSettings.ofThreads(1);
        try (SpeechRecognizer recognizer = VoskRecognizer.start(speech, settings)) {
            var spoken = new SpokenCalls(folder, recognizer, speech, new AudioSettings(List.of()));
            TagScores heard = TagEvaluation.run(tagger, Objects.requireNonNull(file), spoken);
            return json
                    ? TagScoresJson.of(written, heard, speech.name(), showErrors)
                    : TagScoresText.of(written, heard, speech.name(), showErrors);
        }
    }

    private void print(String text) {
        PrintWriter out = Output.of(spec);
        out.print(text);
        out.flush();
    }

    private int judge(TagScores scores) {
        if (scores.micro().f1() < minF1) {
            Output.errors(spec).println("micro-averaged F1 is " + scores.micro().f1() + ", below " + minF1);
            return ExitCode.FAILED;
        }
        return ExitCode.OK;
    }
}
