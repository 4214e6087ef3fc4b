package dev.callsift.review;

/**
 * A word or a phrase that is in more calls of the week than the weeks before let expect.
 *
 * @param words as recognized
 * @param now calls of the week that have it
 * @param before the same over the four weeks before
 * @param keyness Dunning's log-likelihood ratio
 */
public record RisingWord(String words, Share now, Share before, double keyness) {

    /** What finds the calls that have it, in the query language. */
    public String query(ReviewWeek week) {
        return "\"" + words + "\" week:" + week.name();
    }
}
