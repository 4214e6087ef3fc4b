package dev.callsift.cli;

import dev.callsift.models.language.Taxonomy;
import dev.callsift.pipeline.tagging.TagEvaluation;
import dev.callsift.pipeline.tagging.TagScores;
import dev.callsift.pipeline.tagging.Tagger;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
            "  {\"id\": \"...\", \"turns\": [{\"speaker\": \"customer\", \"text\": \"...\"}], \"outcome\": \"saved\", \"reasons\": [\"price\"]}"
        })
final class EvaluateTagsCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE.jsonl", description = "The labelled lines.")
    private @Nullable Path file;

    @Option(names = "--show-errors", description = "Lists every wrong and every missed tag.")
    private boolean showErrors;

    @Option(names = "--min-f1", paramLabel = "X", description = "Exits with 1 when the micro-averaged F1 is below.")
    private double minF1;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (file == null || !Files.isReadable(file)) {
            throw new CommandFailedException(ExitCode.USAGE, file + ": no such file; give a file of labelled lines");
        }
        TagScores scores = TagEvaluation.run(Tagger.of(Taxonomy.english()), file);
        PrintWriter out = Output.of(spec);
        out.print(scores.text(showErrors));
        out.flush();
        if (scores.micro().f1() < minF1) {
            Output.errors(spec).println("micro-averaged F1 is below " + minF1);
            return ExitCode.FAILED;
        }
        return ExitCode.OK;
    }
}
