package dev.callsift.ui.operations;

import dev.callsift.pipeline.operations.ItemState;
import dev.callsift.pipeline.operations.StaleItemException;
import dev.callsift.pipeline.operations.WorkItem;
import dev.callsift.pipeline.orders.Order;
import dev.callsift.ui.PageProblemException;
import dev.callsift.ui.Reviewer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The queue, and one item of it. */
@Controller
final class QueueController {

    private static final int LONGEST_NAME = 80;

    private final Queue queue;

    QueueController(Queue queue) {
        this.queue = queue;
    }

    @GetMapping("/queue")
    String queue(@RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
        return queue(QueueFilter.of(parameters), Reviewer.of(request), List.of(), model);
    }

    private String queue(QueueFilter filter, String who, List<String> refusals, Model model) {
        model.addAttribute("page", queue.page(filter, who));
        model.addAttribute("who", who);
        model.addAttribute("refusals", refusals);
        model.addAttribute("section", "queue");
        return "queue";
    }

    /**
     * @param chosen items as {@code id:version}; those that somebody else changed meanwhile are named, the others acknowledged
     * @param parameters also what the page is filtered by, which stays
     */
    @PostMapping("/queue/acknowledge")
    String acknowledge(
            @RequestParam(defaultValue = "") List<String> chosen,
            @RequestParam String who,
            @RequestParam Map<String, String> parameters,
            Model model,
            HttpServletResponse response) {
        QueueFilter filter = QueueFilter.of(parameters);
        String name = name(who, response);
        List<String> refusals = new ArrayList<>();
        for (String each : chosen) {
            long[] item = item(each);
            try {
                queue.items().move(item[0], ItemState.ACKNOWLEDGED, name, null, Math.toIntExact(item[1]));
            } catch (StaleItemException e) {
                refusals.add(String.valueOf(e.getMessage()));
            }
        }
        return refusals.isEmpty() ? "redirect:" + filter.address() : queue(filter, name, refusals, model);
    }

    private static long[] item(String chosen) {
        if (!chosen.matches("\\d{1,18}:\\d{1,9}")) {
            throw new PageProblemException(
                    HttpStatus.BAD_REQUEST, "This request was not understood", "Open the queue again.");
        }
        int colon = chosen.indexOf(':');
        return new long[] {Long.parseLong(chosen.substring(0, colon)), Long.parseLong(chosen.substring(colon + 1))};
    }

    @GetMapping("/queue/{id:\\d{1,18}}")
    String item(@PathVariable long id, HttpServletRequest request, Model model) {
        return item(found(() -> queue.items().find(id)), Reviewer.of(request), null, model);
    }

    private String item(WorkItem item, String who, @Nullable String refusal, Model model) {
        model.addAttribute("view", queue.view(item));
        model.addAttribute("history", queue.items().history(item.id()));
        model.addAttribute("order", order(item));
        model.addAttribute(
                "teams",
                queue.teams().stream()
                        .filter(team -> !team.value().equals(item.team()))
                        .toList());
        model.addAttribute("who", who);
        model.addAttribute("refusal", refusal);
        model.addAttribute("section", "queue");
        return "item";
    }

    private @Nullable Order order(WorkItem item) {
        return item.order() == null ? null : queue.orders().find(item.order()).orElse(null);
    }

    @PostMapping("/queue/{id:\\d{1,18}}")
    String move(
            @PathVariable long id,
            @RequestParam String state,
            @RequestParam int version,
            @RequestParam String who,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response) {
        String name = name(who, response);
        ItemState to = Queue.state(state)
                .orElseThrow(() -> new PageProblemException(
                        HttpStatus.BAD_REQUEST, "There is no such state", "Open the item again."));
        try {
            found(() -> queue.items().move(id, to, name, note.isBlank() ? null : note.strip(), version));
            return "redirect:/queue/" + id;
        } catch (StaleItemException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return item(e.now(), name, e.getMessage(), model);
        } catch (IllegalArgumentException e) {
            throw new PageProblemException(
                    HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()), "Open the item again.", e);
        }
    }

    @PostMapping("/queue/{id:\\d{1,18}}/order")
    String setOrder(
            @PathVariable long id,
            @RequestParam String order,
            @RequestParam int version,
            @RequestParam String who,
            Model model,
            HttpServletResponse response) {
        String name = name(who, response);
        WorkItem item = found(() -> queue.items().find(id));
        Optional<Order> known = queue.orders().find(order);
        if (known.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return item(item, name, "no order has the number '" + order + "'; import it first", model);
        }
        try {
            queue.items().setOrder(id, known.get().number().plain(), name, version);
            return "redirect:/queue/" + id;
        } catch (StaleItemException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return item(e.now(), name, e.getMessage(), model);
        }
    }

    @PostMapping("/queue/{id:\\d{1,18}}/team")
    String handOver(
            @PathVariable long id,
            @RequestParam String team,
            @RequestParam int version,
            @RequestParam String who,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response) {
        String name = name(who, response);
        try {
            found(() -> queue.items().handOver(id, team, name, note.isBlank() ? null : note.strip(), version));
            return "redirect:/queue/" + id;
        } catch (StaleItemException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return item(e.now(), name, e.getMessage(), model);
        } catch (IllegalArgumentException e) {
            throw new PageProblemException(
                    HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()), "Open the item again.", e);
        }
    }

    private static WorkItem found(Supplier<Optional<WorkItem>> item) {
        return item.get()
                .orElseThrow(() -> new PageProblemException(
                        HttpStatus.NOT_FOUND, "There is no such item", "The queue lists those that there are."));
    }

    /** Remembered for the next time. */
    private static String name(String who, HttpServletResponse response) {
        String name = who.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || !name.matches("[\\p{L}\\p{N} .'_-]+")) {
            throw new PageProblemException(
                    HttpStatus.BAD_REQUEST,
                    "Say who you are",
                    "The history of an item names who did what: give a name of 1 to 80 letters, then try again.");
        }
        response.addHeader(HttpHeaders.SET_COOKIE, Reviewer.cookie(name).toString());
        return name;
    }
}
