package dev.callsift.ui.operations;

import dev.callsift.pipeline.operations.ItemEvent;
import dev.callsift.pipeline.operations.ItemFilter;
import dev.callsift.pipeline.operations.ItemState;
import dev.callsift.pipeline.operations.WorkItem;
import dev.callsift.ui.PageProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Items as JSON. */
@RestController
final class QueueApi {

    private static final int MOST = 1_000;

    private final Queue queue;

    QueueApi(Queue queue) {
        this.queue = queue;
    }

    record Items(List<WorkItem> items) {}

    record Item(WorkItem item, List<ItemEvent> history) {}

    @Operation(summary = "Work items, the open ones unless told")
    @GetMapping(path = "/api/items", produces = MediaType.APPLICATION_JSON_VALUE)
    Items items(
            @Parameter(description = "Code of a tag; every one unless told") @RequestParam(defaultValue = "")
                    String type,
            @Parameter(description = "Whether those that are done are listed too") @RequestParam(defaultValue = "false")
                    boolean all,
            @Parameter(
                            description =
                                    "Only those in this state: new, acknowledged, done, refused, too-late, not-a-request or withdrawn")
                    @RequestParam(defaultValue = "")
                    String state,
            @Parameter(description = "Name of a team; empty for items of no team")
                    @RequestParam(required = false)
                    @Nullable
                    String team,
            @Parameter(description = "Who takes care of it; empty for what nobody takes care of")
                    @RequestParam(required = false)
                    @Nullable
                    String owner,
            @Parameter(description = "The least confidence, 0 to 1") @RequestParam(defaultValue = "0")
                    double minConfidence) {
        Set<ItemState> states = all ? Set.of() : state.isEmpty() ? ItemState.open() : Set.of(state(state));
        return new Items(queue.items()
                .list(new ItemFilter(type.isEmpty() ? null : type, states, owner, team, minConfidence), MOST));
    }

    private static ItemState state(String name) {
        return Queue.state(name)
                .orElseThrow(() -> new PageProblemException(
                        HttpStatus.BAD_REQUEST,
                        "There is no state '" + name + "'",
                        "Write new, acknowledged, done, refused, too-late, not-a-request or withdrawn."));
    }

    @Operation(summary = "A work item with its history")
    @GetMapping(path = "/api/items/{id:\\d{1,18}}", produces = MediaType.APPLICATION_JSON_VALUE)
    Item item(@Parameter(description = "The item's number") @PathVariable long id) {
        return queue.items()
                .find(id)
                .map(item -> new Item(item, queue.items().history(id)))
                .orElseThrow(() -> new PageProblemException(
                        HttpStatus.NOT_FOUND, "There is no such item", "GET /api/items lists those that there are."));
    }
}
