package dev.callsift.pipeline.evaluation.tags;

import dev.callsift.pipeline.evaluation.tags.TagScores.Macro;
import dev.callsift.pipeline.evaluation.tags.TagScores.Mistake;
import dev.callsift.pipeline.evaluation.tags.TagScores.Share;
import java.util.Formatter;
import java.util.Locale;

/** Scores as a table for people; every figure with the counts it was made of. */
public final class TagScoresText {

    private final Formatter text = new Formatter(Locale.ROOT);

    private TagScoresText() {}

    public static String of(TagScores scores, boolean showMistakes) {
        TagScoresText made = new TagScoresText();
        made.write(scores);
        if (showMistakes) {
            scores.mistakes().forEach(made::mistake);
        }
        return made.text.toString();
    }

    /** The same calls read and recognized, and what is lost between. */
    public static String of(TagScores written, TagScores recognized, String speechModel, boolean showMistakes) {
        TagScoresText made = new TagScoresText();
        made.text.format("as written\n%s\n", of(written, showMistakes));
        made.text.format("as recognized with %s\n%s\n", speechModel, of(recognized, showMistakes));
        made.text.format("lost to recognition\n");
        made.lost("micro F1", written.micro().f1(), recognized.micro().f1());
        made.lost(
                "outcome accuracy",
                written.outcomes().value(),
                recognized.outcomes().value());
        made.lost(
                "change-value accuracy",
                written.allChanges().value(),
                recognized.allChanges().value());
        return made.text.toString();
    }

    private void lost(String figure, double written, double recognized) {
        text.format("%-46s %9.3f\n", figure, written - recognized);
    }

    private void write(TagScores scores) {
        text.format("%d cases, taxonomy %s, language models %s\n", scores.cases(), scores.taxonomy(), scores.models());
        text.format("%-26s %9s %9s %9s   %s\n", "code", "precision", "recall", "F1", "found/wrong/missed");
        scores.codes().forEach(this::row);
        row("micro", scores.micro());
        Macro macro = scores.macro();
        text.format(
                "%-26s %9.3f %9.3f %9.3f   %d codes\n",
                "macro", macro.precision(), macro.recall(), macro.f1(), macro.codes());
        share("outcome accuracy", scores.outcomes());
        share("change-value accuracy", scores.allChanges());
        scores.changes().forEach((type, right) -> share("  " + type, right));
        share("tagged of those with no label", scores.falselyTagged());
        scores.unknown()
                .forEach((name, count) ->
                        text.format("note: the taxonomy has no %s; its %d label(s) count as missed\n", name, count));
    }

    private void row(String code, TagCounts counts) {
        text.format(
                "%-26s %9.3f %9.3f %9.3f   %d/%d/%d\n",
                code,
                counts.precision(),
                counts.recall(),
                counts.f1(),
                counts.found(),
                counts.wrong(),
                counts.missed());
    }

    private void share(String what, Share share) {
        if (share.of() > 0) {
            text.format("%-46s %9.3f   %d of %d\n", what, share.value(), share.count(), share.of());
        }
    }

    private void mistake(Mistake mistake) {
        text.format(
                "%-7s %s  %s  %s\n",
                mistake.kind().name().toLowerCase(Locale.ROOT), mistake.what(), mistake.id(), mistake.text());
        if (!mistake.evidence().isEmpty()) {
            text.format("        %s\n", mistake.evidence());
        }
    }
}
