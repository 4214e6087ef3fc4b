package dev.callsift.cli;

import dev.callsift.review.ReviewWeek;
import dev.callsift.review.WeeklyReview;
import dev.callsift.ui.review.ReviewPack;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code callsift review}: the weekly review's pack, without a browser. */
@Command(
        name = "review",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the weekly cancellation reason review into a folder: a PDF, the same as HTML, every table (CSV), and the",
            "whole as JSON. The same pack is at /review of 'callsift serve'."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:written",
            " 2:the command line was not understood",
            " 3:the configuration is wrong",
            " 5:written, but no call of this week is in the index"
        },
        footer = {
            "",
            "Examples:",
            "  callsift review --week 2026-W46 --out review",
            "  callsift review --week 2026-W46 --out /srv/reviews --server https://callsift.example"
        })
final class ReviewCommand implements Callable<Integer> {

    @Mixin
    private ConfigurationOptions configuration = new ConfigurationOptions();

    @Option(names = "--week", required = true, paramLabel = "WEEK", description = "ISO week, for example 2026-W46.")
    private String week = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder for the files; made when missing.")
    private Path out = Path.of("");

    @Option(
            names = "--server",
            paramLabel = "ADDRESS",
            description = "Where links to calls and searches lead (default: ${DEFAULT-VALUE}).",
            defaultValue = "http://127.0.0.1:8080")
    private String server = "";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        ReviewWeek asked = ReviewWeek.parse(week)
                .orElseThrow(() -> new CommandFailedException(
                        ExitCode.USAGE,
                        "--week " + week + " is not an ISO week; write it like 2026-W46 (few years have a week 53)"));
        try (ConfigurableApplicationContext context = configuration.start(ReviewApplication.class)) {
            String base = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
            return tell(context.getBean(ReviewPack.class).write(asked, out, base), asked);
        } catch (UncheckedIOException e) {
            throw new CommandFailedException(
                    ExitCode.FAILED,
                    out + ": the review cannot be written ("
                            + Objects.requireNonNull(e.getCause()).getMessage()
                            + "); check the folder given to --out and its permissions");
        }
    }

    private int tell(ReviewPack.Written written, ReviewWeek asked) {
        PrintWriter print = Output.of(spec);
        written.files().forEach(print::println);
        if (written.state() == WeeklyReview.State.COUNTED) {
            return ExitCode.OK;
        }
        Output.errors(spec)
                .println(
                        asked + ": no call of this week is in the index; 'callsift status' tells what waits for a run");
        return ExitCode.INCOMPLETE;
    }
}
