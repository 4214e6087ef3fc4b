package dev.callsift.ui.search;

import dev.callsift.search.saved.SavedSearch;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the search at hand is saved, or is said to be.
 *
 * @param offered whether there is anything to save
 * @param saved the name under which it is kept already; null when it is not
 * @param name as typed
 * @param refusal why it could not be kept; null when nothing went wrong
 */
record KeepBox(
        boolean offered,
        @Nullable SavedSearch saved,
        String name,
        boolean alerts,
        @Nullable String refusal) {

    static KeepBox of(SearchState state, List<SavedSearch> all) {
        SavedSearch same = all.stream()
                .filter(search -> search.query().equals(state.query()) && Objects.equals(search.order(), state.order()))
                .findFirst()
                .orElse(null);
        return new KeepBox(!state.query().isEmpty(), same, "", false, null);
    }

    static KeepBox refused(String name, boolean alerts, @Nullable String why) {
        return new KeepBox(true, null, name, alerts, why);
    }
}
