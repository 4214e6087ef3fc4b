package dev.callsift.ui.call;

import dev.callsift.pipeline.tagging.Evidence;
import dev.callsift.pipeline.tagging.Tag;
import dev.callsift.pipeline.verdict.Verdict;
import dev.callsift.ui.Clock;
import dev.callsift.ui.TagChip;
import dev.callsift.ui.TagChips;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A tag with the words that show it, and what a reviewer said of it.
 *
 * @param sure the tagger's confidence, for people; empty where a reviewer has decided
 * @param verdict null where nobody has said anything
 */
record TagView(
        TagChip chip,
        String sure,
        List<Quote> quotes,
        @Nullable VerdictView verdict) {

    /**
     * @param source which rule or model, or who, says so
     * @param utterance where the words are in the transcript, as in {@link Evidence}
     */
    record Quote(long startMs, String clock, String words, String source, int utterance, int firstWord, int lastWord) {

        static Quote of(Evidence evidence) {
            return new Quote(
                    evidence.startMs(),
                    Clock.position(evidence.startMs()),
                    evidence.words(),
                    SourceLabel.of(evidence.source()),
                    evidence.utterance(),
                    evidence.firstWord(),
                    evidence.lastWord());
        }
    }

    TagView {
        quotes = List.copyOf(quotes);
    }

    static TagView of(Tag tag, TagChips chips, Optional<Verdict> verdict) {
        String sure = String.format(
                Locale.ROOT, "%.0f %% sure", 100 * tag.confidence().value());
        return new TagView(
                chips.of(tag.code()),
                verdict.isPresent() ? "" : sure,
                tag.evidence().stream().map(Quote::of).toList(),
                verdict.map(VerdictView::of).orElse(null));
    }

    /** Whether the call does not have it because a reviewer says so. */
    public boolean rejected() {
        return verdict != null && verdict.kind().equals("rejected");
    }
}
