package dev.callsift.cli;

import dev.callsift.models.speech.Availability;
import dev.callsift.models.speech.Catalogue;
import dev.callsift.models.speech.SpeechModel;
import dev.callsift.models.speech.SpeechModels;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code callsift models}: the catalogue of speech models. */
@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | fetch NAME | path NAME)",
        description = "Lists, downloads and finds speech models.",
        footer = {
            "",
            "Examples:",
            "  callsift models list --lang en-us",
            "  callsift models fetch vosk-model-small-en-us-0.15",
            "  callsift models fetch vosk-model-en-us-0.22 --from /mnt/usb/vosk-model-en-us-0.22.zip",
            "  callsift models path demo-en-8k"
        })
final class ModelsCommand {

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description = "Where models are kept (default: ~/.cache/callsift/models).",
            scope = ScopeType.INHERIT)
    private @Nullable Path cache;

    @Option(
            names = "--list-url",
            paramLabel = "URL",
            description = "The model list, or a mirror's copy of it (default: the official one).",
            scope = ScopeType.INHERIT)
    private @Nullable URI list;

    @Spec
    private @Nullable CommandSpec spec;

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the models that can be used or fetched.")
    int list(
            @Option(names = "--lang", description = "Only this language, for example en-us.") @Nullable String language,
            @Option(names = "--obsolete", description = "Also those that have a successor.") boolean obsolete) {
        PrintWriter out = Output.of(spec);
        Catalogue catalogue = models().list();
        catalogue.entries().stream()
                .filter(entry -> language == null || entry.language().startsWith(language.toLowerCase(Locale.ROOT)))
                .filter(entry -> obsolete || !entry.obsolete())
                .forEach(entry -> out.printf(
                        Locale.ROOT,
                        "%-44s %-8s %8.0f MB  %s%n",
                        entry.name(),
                        entry.language(),
                        entry.bytes() / 1e6,
                        describe(entry.availability())));
        catalogue.warning().ifPresent(warning -> Output.errors(spec).println("note: " + warning));
        return ExitCode.OK;
    }

    @Command(
            name = "fetch",
            mixinStandardHelpOptions = true,
            description = "Downloads a model, checks it and keeps it; goes on where a broken download ended.")
    int fetch(
            @Parameters(paramLabel = "NAME", description = "As 'callsift models list' shows it.") String name,
            @Option(
                            names = "--from",
                            paramLabel = "FILE|URL",
                            description = "Takes the zip archive from here instead of the official place.")
                    @Nullable
                    String from) {
        try (DownloadBar bar = new DownloadBar(name)) {
            SpeechModel model = from == null ? models().fetch(name, bar) : models().fetchFrom(name, from, bar);
            bar.close();
            Output.of(spec).println(model.name() + ": " + model.folder());
        }
        return ExitCode.OK;
    }

    @Command(name = "path", mixinStandardHelpOptions = true, description = "Prints the folder of a model.")
    int path(@Parameters(paramLabel = "NAME", description = "A model's name.") String name) {
        Output.of(spec).println(models().path(name));
        return ExitCode.OK;
    }

    private static String describe(Availability availability) {
        return switch (availability) {
            case BUNDLED -> "bundled, for demonstration";
            case CACHED -> "on this machine";
            case DOWNLOADABLE -> "";
        };
    }

    private SpeechModels models() {
        return new SpeechModels(
                Objects.requireNonNullElseGet(cache, SpeechModels::defaultCache),
                Objects.requireNonNullElse(list, SpeechModels.OFFICIAL_LIST),
                SpeechModels.defaultClient());
    }
}
