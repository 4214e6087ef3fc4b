package dev.callsift.pipeline.routing;

import org.jspecify.annotations.Nullable;

/**
 * Where an item goes, and why.
 *
 * @param team its name; null when no rule holds and the taxonomy does not know the type
 * @param rule the number of the rule that says so, from 1; 0 when none holds
 * @param why the conditions that it meets, or where else the team is from, in words for people
 */
public record Routed(@Nullable String team, int rule, String why) {

    /** Rule and conditions on one line. */
    public String reason() {
        return rule == 0 ? why : "rule " + rule + ": " + why;
    }
}
