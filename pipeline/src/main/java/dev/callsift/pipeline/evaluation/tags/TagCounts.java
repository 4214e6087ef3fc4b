package dev.callsift.pipeline.evaluation.tags;

/**
 * How a code's tags compare with the labels.
 *
 * @param found tagged and labelled
 * @param wrong tagged, not labelled
 * @param missed labelled, not tagged
 */
public record TagCounts(int found, int wrong, int missed) {

    static final TagCounts NONE = new TagCounts(0, 0, 0);

    static TagCounts of(boolean tagged, boolean labelled) {
        return new TagCounts(tagged && labelled ? 1 : 0, tagged && !labelled ? 1 : 0, !tagged && labelled ? 1 : 0);
    }

    TagCounts plus(TagCounts other) {
        return new TagCounts(found + other.found, wrong + other.wrong, missed + other.missed);
    }

    public int labelled() {
        return found + missed;
    }

    /** Share of tags that are right; where nothing was tagged, 1 if nothing was to be tagged and else 0. */
    public double precision() {
        return found + wrong == 0 ? (missed == 0 ? 1 : 0) : (double) found / (found + wrong);
    }

    /** Share of labels that were tagged; where nothing is labelled, 1 if nothing was tagged and else 0. */
    public double recall() {
        return found + missed == 0 ? (wrong == 0 ? 1 : 0) : (double) found / (found + missed);
    }

    public double f1() {
        int all = 2 * found + wrong + missed;
        return all == 0 ? 1 : 2.0 * found / all;
    }
}
