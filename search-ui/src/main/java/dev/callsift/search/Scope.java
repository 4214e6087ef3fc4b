package dev.callsift.search;

import dev.callsift.pipeline.index.SpokenField.Voice;
import dev.callsift.search.query.QueryNode.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * What holds for the words of a part of a query.
 *
 * @param voice who says them
 * @param windows where in the call each of them stands; all of these at once
 */
record Scope(Voice voice, List<Window> windows) {

    static final Scope CALL = new Scope(Voice.ANYONE, List.of());

    Scope {
        windows = List.copyOf(windows);
    }

    Scope by(Voice other) {
        return new Scope(other, windows);
    }

    Scope during(List<Window> further) {
        List<Window> both = new ArrayList<>(windows);
        both.addAll(further);
        return new Scope(voice, both);
    }
}
