package dev.callsift.ui.call;

import dev.callsift.pipeline.tagging.Evidence;
import dev.callsift.pipeline.tagging.Tag;
import dev.callsift.ui.Clock;
import dev.callsift.ui.TagChip;
import dev.callsift.ui.TagChips;
import java.util.List;
import java.util.Locale;

/**
 * A tag with the words that show it.
 *
 * @param sure the tagger's confidence, for people
 */
record TagView(TagChip chip, String sure, List<Quote> quotes) {

    /** @param source which rule or model said so */
    record Quote(long startMs, String clock, String words, String source) {

        static Quote of(Evidence evidence) {
            return new Quote(
                    evidence.startMs(), Clock.position(evidence.startMs()), evidence.words(), evidence.source());
        }
    }

    static TagView of(Tag tag, TagChips chips) {
        String sure =
                String.format(Locale.ROOT, "%.0f %%", 100 * tag.confidence().value());
        return new TagView(
                chips.of(tag.code()),
                sure,
                tag.evidence().stream().map(Quote::of).toList());
    }
}
