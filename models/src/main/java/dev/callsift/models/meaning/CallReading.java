package dev.callsift.models.meaning;

import java.util.List;
import java.util.Map;

/**
 * What the encoder makes of a call. Immutable.
 *
 * @param turns what it makes of each turn, in the order of time
 * @param likelihoods of each code for the whole call, from 0 to 1
 */
public record CallReading(List<TurnReading> turns, Map<String, Double> likelihoods) {

    public CallReading {
        turns = List.copyOf(turns);
        likelihoods = Map.copyOf(likelihoods);
    }
}
