package dev.callsift.ui.operations;

import dev.callsift.pipeline.operations.ItemFilter;
import dev.callsift.pipeline.operations.ItemState;
import dev.callsift.ui.PageProblemException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.UriUtils;

/**
 * What of the queue somebody wants to see, as its address says it; an empty text is no wish.
 *
 * @param type code of the tag
 * @param team its name, or {@value #NONE}
 * @param owner a name, {@value #MINE} or {@value #NONE}
 * @param state {@value #ALL} or the name of one; those that wait for somebody where it is empty
 * @param sure least confidence in percent
 */
record QueueFilter(String type, String team, String owner, String state, String sure) {

    /** No name begins like this. */
    static final String NONE = "@none";

    static final String MINE = "@me";
    static final String ALL = "all";

    QueueFilter {
        if (!state.isEmpty() && !state.equals(ALL) && Queue.state(state).isEmpty()) {
            throw new PageProblemException(
                    HttpStatus.BAD_REQUEST,
                    "There is no state '" + state + "'",
                    "Choose one on the page of the queue.");
        }
        if (!sure.matches("|[0-9]{1,2}|100")) {
            throw new PageProblemException(
                    HttpStatus.BAD_REQUEST,
                    "'" + sure + "' is no confidence",
                    "Write it in percent, a whole number from 0 to 100.");
        }
    }

    static QueueFilter of(Map<String, String> parameters) {
        String state = parameters.getOrDefault("state", "");
        return new QueueFilter(
                parameters.getOrDefault("type", ""),
                parameters.getOrDefault("team", ""),
                parameters.getOrDefault("owner", ""),
                // links from before there was a choice of states
                state.isEmpty() && "true".equals(parameters.get("all")) ? ALL : state,
                parameters.getOrDefault("sure", ""));
    }

    /**
     * For the database.
     *
     * @param me who asks
     * @return empty when somebody without a name asks for their own
     */
    Optional<ItemFilter> items(String me) {
        if (owner.equals(MINE) && me.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ItemFilter(
                type.isEmpty() ? null : type,
                states(),
                owner.equals(MINE) ? me : named(owner),
                named(team),
                sure.isEmpty() ? 0 : Integer.parseInt(sure) / 100.0));
    }

    private Set<ItemState> states() {
        return state.equals(ALL) ? Set.of() : Queue.state(state).map(Set::of).orElseGet(ItemState::open);
    }

    private static @Nullable String named(String written) {
        return written.isEmpty() ? null : written.equals(NONE) ? "" : written;
    }

    /** Its wishes by the names of their parameters. */
    public Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("type", type);
        all.put("team", team);
        all.put("owner", owner);
        all.put("state", state);
        all.put("sure", sure);
        all.values().removeIf(String::isEmpty);
        return all;
    }

    /** The queue's page as it is wished for. */
    public String address() {
        return "/queue"
                + parameters().entrySet().stream()
                        .map(each -> each.getKey() + "=" + UriUtils.encode(each.getValue(), "UTF-8"))
                        .collect(Collectors.collectingAndThen(
                                Collectors.joining("&"), query -> query.isEmpty() ? "" : "?" + query));
    }

    /** Whether anything but what waits is left out. */
    public boolean isNarrow() {
        return !parameters().isEmpty() && !parameters().equals(Map.of("state", ALL));
    }
}
