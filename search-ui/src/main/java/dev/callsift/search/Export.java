package dev.callsift.search;

/** Takes the calls of a whole result, one at a time. */
public interface Export {

    /**
     * Comes first.
     *
     * @param total calls that match
     * @param exported how many of them come
     * @param cutShort whether the time limit was reached, so that more may match
     */
    void begin(long total, int exported, boolean cutShort);

    void call(CallHit hit);
}
