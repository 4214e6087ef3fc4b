package dev.callsift.cli;

import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.Evidence;
import dev.callsift.pipeline.tagging.ModificationText;
import dev.callsift.pipeline.transcript.Transcript;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;

/** A call's tags as a person reads them: each with its evidence, then what is to be changed. */
final class TagsTable {

    private final Formatter text = new Formatter(Locale.ROOT);
    private final Transcript transcript;

    private TagsTable(Transcript transcript) {
        this.transcript = transcript;
    }

    static String of(CallTags tags, Transcript transcript) {
        return new TagsTable(transcript).write(tags);
    }

    private String write(CallTags tags) {
        if (tags.tags().isEmpty()) {
            text.format("no tags\n");
        }
        tags.tags().forEach(tag -> {
            text.format("%-24s %.2f\n", tag.code(), tag.confidence().value());
            evidence(tag.evidence());
        });
        if (!tags.modifications().isEmpty()) {
            text.format("\nto be changed\n");
        }
        tags.modifications().forEach(each -> {
            text.format("%-24s %.2f  %s\n", each.type(), each.confidence().value(), ModificationText.of(each));
            text.format("    \"%s\"\n", each.words());
        });
        text.format("\ntaxonomy %s, language models %s\n", tags.taxonomy(), tags.models());
        return text.toString();
    }

    private void evidence(List<Evidence> evidence) {
        for (Evidence each : evidence) {
            String speaker = transcript
                    .utterances()
                    .get(each.utterance())
                    .speaker()
                    .name()
                    .toLowerCase(Locale.ROOT);
            text.format(
                    "    %6.1f s  %-8s  \"%s\"  (%s %.2f)\n",
                    each.startMs() / 1e3,
                    speaker,
                    each.words(),
                    each.source(),
                    each.confidence().value());
        }
    }
}
