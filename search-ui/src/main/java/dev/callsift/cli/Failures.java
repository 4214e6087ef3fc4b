package dev.callsift.cli;

import dev.callsift.models.language.TaxonomyException;
import dev.callsift.models.speech.SpeechModelException;
import dev.callsift.pipeline.evaluation.tags.UnreadableLabelsException;
import dev.callsift.pipeline.index.IndexUnusableException;
import dev.callsift.pipeline.job.AnotherRunException;
import dev.callsift.pipeline.job.JobStoppedException;
import dev.callsift.pipeline.recording.SettingsException;
import dev.callsift.pipeline.recording.StoreUnavailableException;
import dev.callsift.pipeline.tagging.UnreadableTagsException;
import dev.callsift.pipeline.transcript.UnreadableTranscriptException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesBindException;
import org.springframework.boot.web.server.PortInUseException;
import org.yaml.snakeyaml.error.YAMLException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one message what went wrong and what to do, and finds the exit code; a stack trace only when nobody knows better. */
final class Failures implements IExecutionExceptionHandler {

    private record Told(int exitCode, @Nullable String message) {}

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        Optional<Told> told =
                causes(failure).map(Failures::tell).filter(Objects::nonNull).findFirst();
        if (told.isEmpty()) {
            command.getErr().println("callsift: unexpected failure; please report it with these lines:");
            failure.printStackTrace(command.getErr());
            return ExitCode.FAILED;
        }
        command.getErr().println("callsift: " + told.get().message());
        return told.get().exitCode();
    }

    private static @Nullable Told tell(Throwable cause) {
        return switch (cause) {
            case AnotherRunException busy -> new Told(ExitCode.BUSY, busy.getMessage());
            case SettingsException settings -> new Told(ExitCode.CONFIGURATION, settings.getMessage());
            case SpeechModelException model -> new Told(ExitCode.CONFIGURATION, model.getMessage());
            case TaxonomyException taxonomy -> new Told(ExitCode.CONFIGURATION, taxonomy.getMessage());
            case ConfigurationPropertiesBindException bind ->
                new Told(ExitCode.CONFIGURATION, UnreadableSetting.describe(bind));
            case YAMLException yaml ->
                new Told(ExitCode.CONFIGURATION, "configuration: the file is not valid YAML: " + yaml.getMessage());
            case PortInUseException port ->
                new Told(
                        ExitCode.CONFIGURATION,
                        "port " + port.getPort() + " is in use; end what listens there or choose another with --port");
            case IndexUnusableException index -> new Told(ExitCode.FAILED, index.getMessage());
            case StoreUnavailableException store -> new Told(ExitCode.FAILED, store.getMessage());
            case UnreadableTranscriptException unreadable -> new Told(ExitCode.FAILED, unreadable.getMessage());
            case UnreadableLabelsException labels -> new Told(ExitCode.USAGE, labels.getMessage());
            case UnreadableTagsException unreadable -> new Told(ExitCode.FAILED, unreadable.getMessage());
            case JobStoppedException stopped -> new Told(ExitCode.FAILED, stopped.getMessage());
            case CommandFailedException failed -> new Told(failed.exitCode(), failed.getMessage());
            case SQLException database ->
                new Told(
                        ExitCode.FAILED,
                        "the database cannot be used: " + database.getMessage()
                                + "; check spring.datasource.url, or the folder given as --home");
            default -> null;
        };
    }

    static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(20);
    }
}
