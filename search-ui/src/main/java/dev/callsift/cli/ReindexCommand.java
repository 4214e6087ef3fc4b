package dev.callsift.cli;

import dev.callsift.pipeline.job.IndexRebuild;
import dev.callsift.pipeline.job.ReindexApplication;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code callsift reindex}: makes the index again from the stored transcripts and tags. */
@Command(
        name = "reindex",
        mixinStandardHelpOptions = true,
        description = {
            "Makes the search index again from the stored transcripts and tags.",
            "The live index stays in use until the new one is whole; then they are swapped."
        },
        footer = {"", "Example:", "  callsift reindex --config /etc/callsift.yaml"})
final class ReindexCommand implements Callable<Integer> {

    @Mixin
    private ConfigurationOptions configuration = new ConfigurationOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        try (ConfigurableApplicationContext context = configuration.start(ReindexApplication.class)) {
            IndexRebuild.Outcome outcome = context.getBean(IndexRebuild.class).rebuild();
            outcome.unreadable().forEach(problem -> Output.errors(spec).println("left out: " + problem));
            Output.of(spec).println(outcome.calls() + " calls indexed from the stored transcripts");
            return outcome.unreadable().isEmpty() ? ExitCode.OK : ExitCode.INCOMPLETE;
        }
    }
}
