package dev.callsift.search.saved;

import dev.callsift.search.query.QueryNode;
import dev.callsift.search.query.QueryParser;
import java.util.Locale;

/** What can be kept. */
final class SavedSearchRules {

    private SavedSearchRules() {}

    static String name(String name) {
        String stripped = name.strip().replaceAll("\\s+", " ");
        if (stripped.isEmpty()) {
            throw new SavedSearchRefusedException("A saved search needs a name; say in a few words what it finds.");
        }
        if (stripped.length() > SavedSearch.LONGEST_NAME) {
            throw new SavedSearchRefusedException(String.format(
                    Locale.ROOT,
                    "This name has %d characters; it must have at most %d.",
                    stripped.length(),
                    SavedSearch.LONGEST_NAME));
        }
        if (stripped.chars().anyMatch(Character::isISOControl)) {
            throw new SavedSearchRefusedException("This name holds characters that cannot be shown; take them out.");
        }
        return stripped;
    }

    static String query(String query) {
        String stripped = query.strip();
        if (stripped.isEmpty()) {
            throw new SavedSearchRefusedException("There is no search to keep; search for something first.");
        }
        if (stripped.length() > SavedSearch.LONGEST_QUERY) {
            throw new SavedSearchRefusedException(String.format(
                    Locale.ROOT,
                    "This search has %d characters; one of at most %d can be kept.",
                    stripped.length(),
                    SavedSearch.LONGEST_QUERY));
        }
        if (QueryParser.parse(stripped).node() instanceof QueryNode.Nothing) {
            throw new SavedSearchRefusedException(
                    "Nothing in this search was understood, so it would never find a call; mend it first.");
        }
        return stripped;
    }

    static SavedSearchRefusedException taken(String name) {
        return new SavedSearchRefusedException(
                "There is a saved search with the name “" + name + "” already; choose another one.");
    }
}
