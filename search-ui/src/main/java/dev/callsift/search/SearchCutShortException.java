package dev.callsift.search;

import java.util.Locale;

/** A search that had to see every call took too long. Fate: stop; try again when the machine is less busy. */
public final class SearchCutShortException extends RuntimeException {

    SearchCutShortException(String query) {
        super(String.format(
                Locale.ROOT,
                "the search '%s' could not be finished in time; try again when the machine is less busy, or make it simpler",
                query));
    }
}
