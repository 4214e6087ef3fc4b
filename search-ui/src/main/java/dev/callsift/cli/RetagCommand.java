package dev.callsift.cli;

import dev.callsift.pipeline.job.RetagApplication;
import dev.callsift.pipeline.job.RetagReport;
import dev.callsift.pipeline.job.RetagReportText;
import dev.callsift.pipeline.job.Retagging;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code callsift retag}: tags all stored calls again after the taxonomy or the language models have changed. */
@Command(
        name = "retag",
        mixinStandardHelpOptions = true,
        description = {
            "Tags every stored transcript again with the taxonomy and the language models of today; no speech is",
            "recognized. Shows the difference first: which calls gain or lose which code, with the words that show it, and",
            "which requests change. Then replaces the tags and updates the index. It may be interrupted: run it again."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:done, or nothing was to be changed",
            " 1:something failed; run again to go on",
            " 2:the command line was not understood",
            " 3:the configuration or a taxonomy file is wrong; nothing was touched",
            " 4:a run is working on the same store; nothing was touched",
            " 5:transcripts that could not be read are left as they are; they are named"
        },
        footer = {
            "",
            "Examples:",
            "  callsift retag --dry-run                             what a new version changes, and nothing else",
            "  callsift retag --dry-run --taxonomy our-codes.yaml   what a rule would change, before it is configured",
            "  callsift retag --examples 20"
        })
final class RetagCommand implements Callable<Integer> {

    @Mixin
    private TaggingOptions tagging = new TaggingOptions();

    @Option(names = "--dry-run", description = "Shows the difference and changes nothing.")
    private boolean dryRun;

    @Option(
            names = "--examples",
            paramLabel = "N",
            description = "Calls to show for each code gained or lost (default: ${DEFAULT-VALUE}).",
            defaultValue = "5")
    private int examples;

    @Option(names = "--json", description = "Prints the report as JSON, once, at the end.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (examples < 0) {
            throw new CommandFailedException(ExitCode.USAGE, "--examples is '" + examples + "'; it must be 0 or more");
        }
        try (ConfigurableApplicationContext context = tagging.start(RetagApplication.class);
                TerminalProgress progress = TerminalProgress.onStandardError()) {
            RetagReport report = retag(context.getBean(Retagging.class), progress);
            return report.unreadable().isEmpty() ? ExitCode.OK : ExitCode.INCOMPLETE;
        }
    }

    private RetagReport retag(Retagging retagging, TerminalProgress progress) {
        RetagReport report = dryRun
                ? retagging.compare(examples, progress)
                : retagging.replace(examples, progress, this::printDifference);
        if (dryRun) {
            printDifference(report);
        }
        print(json ? report.toJson() : end(report));
        return report;
    }

    private void printDifference(RetagReport report) {
        if (!json) {
            print(RetagReportText.of(report));
        }
    }

    private String end(RetagReport report) {
        return dryRun ? "nothing was changed\n" : "the tags of " + report.replaced() + " calls were replaced\n";
    }

    private void print(String text) {
        PrintWriter out = Output.of(spec);
        out.print(text);
        out.flush();
    }
}
