package dev.callsift.search;

import dev.callsift.pipeline.index.IndexedCall;
import java.util.List;

/**
 * A call that matches.
 *
 * @param call what is known of it
 * @param moments up to three places that match best, in the order of time; none when the query names no word
 * @param matches how many words, phrases and sequences match in all
 * @param momentsInAll how many moments there are, {@code moments} included
 */
public record CallHit(IndexedCall call, List<Moment> moments, int matches, int momentsInAll) {

    static final int MOST_MOMENTS = 3;

    public CallHit {
        moments = List.copyOf(moments);
    }
}
