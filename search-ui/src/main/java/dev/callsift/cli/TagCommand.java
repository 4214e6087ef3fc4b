package dev.callsift.cli;

import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.job.TaggingApplication;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.PlainTurns;
import dev.callsift.pipeline.tagging.Tagger;
import dev.callsift.pipeline.tagging.TagsJson;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.TranscriptJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code callsift tag}: tags one conversation from standard input. */
@Command(
        name = "tag",
        mixinStandardHelpOptions = true,
        description = {
            "Reads a conversation from standard input and prints its tags and what the customer wants changed, each with",
            "the words that show it, who says them and when. The input is a transcript document (JSON), or lines that",
            "begin with 'agent:' or 'customer:'."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:tagged; there may be no tags",
            " 1:the input is not a transcript",
            " 2:the command line was not understood, or standard input is empty",
            " 3:the configuration or a taxonomy file is wrong"
        },
        footer = {
            "",
            "Examples:",
            "  printf 'agent: how can i help\\ncustomer: i want to cancel it is two weeks late\\n' | callsift tag",
            "  callsift tag --json < transcript.json",
            "  callsift tag --taxonomy our-codes.yaml < conversation.txt"
        })
final class TagCommand implements Callable<Integer> {

    @Mixin
    private TaggingOptions tagging = new TaggingOptions();

    @Option(names = "--json", description = "Prints the tags document (docs/schema/tags-1.json) instead of a table.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Transcript transcript = transcript(System.in.readAllBytes());
        try (ConfigurableApplicationContext context = tagging.start(TaggingApplication.class)) {
            CallTags tags = context.getBean(Tagger.class).tag(transcript);
            PrintWriter out = Output.of(spec);
            out.print(json ? new String(TagsJson.write(tags), StandardCharsets.UTF_8) : TagsTable.of(tags, transcript));
            out.flush();
        }
        return ExitCode.OK;
    }

    private static Transcript transcript(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            throw new CommandFailedException(
                    ExitCode.USAGE,
                    "standard input is empty; give a transcript or lines like 'customer: please cancel it'");
        }
        return text.startsWith("{")
                ? TranscriptJson.read(input)
                : PlainTurns.transcript("standard-input", PlainTurns.parse(text, Speaker.CUSTOMER));
    }
}
