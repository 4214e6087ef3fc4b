package dev.callsift.cli;

import dev.callsift.pipeline.job.ContinuousRun;
import dev.callsift.pipeline.job.RecordingRun;
import dev.callsift.pipeline.job.RunApplication;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code callsift run}: the batch job over everything new. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Fetches, transcribes, tags and indexes every recording that is new or changed.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:everything that could be done is done; quarantined recordings are listed",
            " 1:something failed; run again to go on",
            " 2:the command line was not understood",
            " 3:the configuration or the speech model is wrong; nothing was touched",
            " 4:another run is working on the same store",
            " 5:a store stayed away; run again to go on",
            " 130:interrupted; run again to go on"
        },
        footer = {
            "",
            "Examples:",
            "  callsift run --source /srv/recordings",
            "  callsift run --watch --source s3://calls --set callsift.recording.endpoint=http://minio:9000",
            "  callsift run --source s3://calls --set callsift.recording.endpoint=http://minio:9000",
            "  callsift run --config /etc/callsift.yaml --model vosk-model-en-us-0.22"
        })
final class RunCommand implements Callable<Integer> {

    @Mixin
    private ConfigurationOptions configuration = new ConfigurationOptions();

    @Option(
            names = "--source",
            paramLabel = "PLACE",
            description = "Where the recordings are: a folder or s3://bucket/prefix (callsift.recording.source).")
    private @Nullable String source;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "Speech model by name or folder (callsift.transcript.model).")
    private @Nullable String model;

    @Option(names = "--threads", description = "Recognizer threads (callsift.transcript.threads).")
    private @Nullable Integer threads;

    @Option(
            names = "--watch",
            description = {
                "Goes on until it is ended (Ctrl-C): recordings are taken as they arrive, at once where the store tells of them",
                "(MinIO), else when it is listed again (callsift.job.poll)."
            })
    private boolean watch;

    @Option(names = "--json", description = "Prints the run report as JSON, and progress to standard error.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        try (ConfigurableApplicationContext context = configuration.start(
                WebApplicationType.NONE, overrides(), RunApplication.class, AlertConfiguration.class)) {
            if (watch) {
                return new Watching(
                                context.getBean(ContinuousRun.class),
                                Output.of(spec),
                                json,
                                Clock.system(ZoneId.systemDefault()))
                        .run();
            }
            return new JobRunner(context.getBean(RecordingRun.class), Output.of(spec), json).run();
        }
    }

    private Map<String, String> overrides() {
        Map<String, String> overrides = new LinkedHashMap<>();
        put(overrides, "callsift.recording.source", source);
        put(overrides, "callsift.transcript.model", model);
        put(overrides, "callsift.transcript.threads", threads);
        return overrides;
    }

    private static void put(Map<String, String> overrides, String key, @Nullable Object value) {
        if (value != null) {
            overrides.put(key, value.toString());
        }
    }
}
