package dev.callsift.pipeline.job;

import dev.callsift.pipeline.tagging.Evidence;
import dev.callsift.pipeline.tagging.ModificationRequest;
import dev.callsift.pipeline.tagging.ModificationText;
import dev.callsift.pipeline.tagging.TagDifference;
import dev.callsift.pipeline.tagging.TagDifference.Change;
import dev.callsift.pipeline.tagging.TagDifference.Example;
import dev.callsift.pipeline.tagging.TagDifference.OfCode;
import dev.callsift.pipeline.tagging.TagDifference.OfModification;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;

/** The difference that tagging again makes, as a person judges it before it is published. */
public final class RetagReportText {

    private static final int MOST_NAMED = 20;

    private final Formatter text = new Formatter(Locale.ROOT);

    private RetagReportText() {}

    public static String of(RetagReport report) {
        return new RetagReportText().write(report);
    }

    private String write(RetagReport report) {
        TagDifference difference = report.difference();
        text.format("taxonomy %s, language models %s\n", report.taxonomy(), report.models());
        text.format(
                "%d calls compared: %d say the same, %d say something else\n",
                difference.calls(), difference.same(), difference.calls() - difference.same());
        if (!difference.codes().isEmpty()) {
            text.format("\n%-28s %8s %8s\n", "code", "gained", "lost");
            difference.codes().forEach(each -> text.format("%-28s %8d %8d\n", each.code(), each.gained(), each.lost()));
        }
        difference.codes().forEach(this::examples);
        difference.modifications().forEach(this::changes);
        remarks(report);
        return text.toString();
    }

    private void examples(OfCode code) {
        text.format("\n%s\n", code.code());
        code.gainedBy().forEach(example -> example("gained by", example));
        more(code.gained() - code.gainedBy().size(), "gained by");
        code.lostBy().forEach(example -> example("lost by  ", example));
        more(code.lost() - code.lostBy().size(), "lost by  ");
    }

    private void example(String what, Example example) {
        text.format(
                "  %s %s (confidence %.2f)\n",
                what, example.key(), example.confidence().value());
        for (Evidence evidence : example.evidence()) {
            text.format(
                    "    %7.1f s  \"%s\"  %s %.2f\n",
                    evidence.startMs() / 1e3,
                    evidence.words(),
                    evidence.source(),
                    evidence.confidence().value());
        }
    }

    private void more(long count, String what) {
        if (count > 0) {
            text.format("  %s %d more\n", what, count);
        }
    }

    private void changes(OfModification modification) {
        text.format("\n%s: changed in %d calls\n", modification.type(), modification.changed());
        for (Change change : modification.examples()) {
            text.format("  %s\n", change.key());
            requests("before", change.before());
            requests("now   ", change.after());
        }
        more(modification.changed() - modification.examples().size(), "in");
    }

    private void requests(String when, List<ModificationRequest> requests) {
        if (requests.isEmpty()) {
            text.format("    %s nothing\n", when);
        }
        requests.forEach(each -> text.format("    %s %s \"%s\"\n", when, ModificationText.of(each), each.words()));
    }

    private void remarks(RetagReport report) {
        text.format("\n");
        named("made anew", report.remade());
        named("left as it is", report.unreadable());
        if (report.notTaggedYet() > 0) {
            text.format("%d calls are not tagged yet; callsift run does them\n", report.notTaggedYet());
        }
        text.format("%d calls have stored tags that are out of date\n", report.toReplace());
    }

    private void named(String what, List<String> calls) {
        calls.stream().limit(MOST_NAMED).forEach(each -> text.format("%s: %s\n", what, each));
        if (calls.size() > MOST_NAMED) {
            text.format("%s: %d more, which --json names\n", what, calls.size() - MOST_NAMED);
        }
    }
}
