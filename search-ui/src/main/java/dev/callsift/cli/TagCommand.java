package dev.callsift.cli;

import dev.callsift.models.language.Taxonomy;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.Evidence;
import dev.callsift.pipeline.tagging.PlainTurns;
import dev.callsift.pipeline.tagging.Tag;
import dev.callsift.pipeline.tagging.Tagger;
import dev.callsift.pipeline.tagging.TagsJson;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.TranscriptJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code callsift tag}: tags one conversation from standard input. */
@Command(
        name = "tag",
        mixinStandardHelpOptions = true,
        description = {
            "Reads a conversation from standard input and prints its tags with their evidence.",
            "The input is a transcript document (JSON), or lines that begin with 'agent:' or 'customer:'."
        },
        footer = {
            "",
            "Examples:",
            "  printf 'agent: how can i help\\ncustomer: i want to cancel it is two weeks late\\n' | callsift tag",
            "  callsift tag --json < transcript.json"
        })
final class TagCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Prints the tags document.")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        byte[] input = System.in.readAllBytes();
        CallTags tags = Tagger.of(Taxonomy.english()).tag(transcript(input));
        PrintWriter out = Output.of(spec);
        if (json) {
            out.print(new String(TagsJson.write(tags), StandardCharsets.UTF_8));
            out.flush();
        } else {
            print(out, tags);
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

    private static void print(PrintWriter out, CallTags tags) {
        if (tags.tags().isEmpty()) {
            out.println("no tags");
        }
        for (Tag tag : tags.tags()) {
            out.printf(Locale.ROOT, "%-24s %.2f%n", tag.code(), tag.confidence().value());
            for (Evidence evidence : tag.evidence()) {
                out.printf(
                        Locale.ROOT,
                        "    %6.1f s  \"%s\"  (%s)%n",
                        evidence.startMs() / 1e3,
                        evidence.words(),
                        evidence.source());
            }
        }
    }
}
