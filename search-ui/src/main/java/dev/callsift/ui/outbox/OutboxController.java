package dev.callsift.ui.outbox;

import dev.callsift.pipeline.channel.Channels;
import dev.callsift.pipeline.channel.ConfiguredChannel;
import dev.callsift.pipeline.outbox.MessageState;
import dev.callsift.pipeline.outbox.OutboxContents;
import dev.callsift.pipeline.outbox.SampleMessages;
import dev.callsift.ui.PageProblemException;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The outbox: what waits, what left, what could not, how the channels are, and what their messages look like. */
@Controller
final class OutboxController {

    private final ObjectProvider<OutboxContents> contents;
    private final ObjectProvider<Channels> channels;

    OutboxController(ObjectProvider<OutboxContents> contents, ObjectProvider<Channels> channels) {
        this.contents = contents;
        this.channels = channels;
    }

    @GetMapping("/outbox")
    String outbox(@RequestParam(defaultValue = "") String state, Model model) {
        model.addAttribute("page", OutboxPage.of(state(state), contents.getObject(), channels.getObject()));
        model.addAttribute("section", "outbox");
        return "outbox";
    }

    /** Without a choice, what needs someone; where nothing does, what waits. */
    private MessageState state(String name) {
        return Stream.of(MessageState.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseGet(() -> contents.getObject().counts().getOrDefault(MessageState.DEAD, 0L) > 0
                        ? MessageState.DEAD
                        : MessageState.PENDING);
    }

    @PostMapping("/outbox/{id}/redeliver")
    String redeliver(@PathVariable long id) {
        return decided(contents.getObject().redeliver(id));
    }

    @PostMapping("/outbox/{id}/discard")
    String discard(@PathVariable long id) {
        return decided(contents.getObject().discard(id));
    }

    @PostMapping("/outbox/redeliver")
    String redeliverAll() {
        contents.getObject().redeliverAll(null);
        return "redirect:/outbox?state=pending";
    }

    private static String decided(boolean found) {
        if (!found) {
            throw new PageProblemException(
                    HttpStatus.CONFLICT,
                    "Somebody else has decided about this message",
                    "Go back to the outbox to see where it is now.");
        }
        return "redirect:/outbox?state=dead";
    }

    @GetMapping("/outbox/channels/{name}")
    String preview(
            @PathVariable String name,
            @RequestParam(defaultValue = "item.created") String topic,
            @RequestParam(defaultValue = "false") boolean digest,
            Model model) {
        ConfiguredChannel channel = channels.getObject()
                .find(name)
                .orElseThrow(() -> new PageProblemException(
                        HttpStatus.NOT_FOUND,
                        "There is no channel of this name",
                        "Configure it under callsift.channels, then start callsift serve again."));
        model.addAttribute("preview", PreviewPage.of(channel, topic(topic), digest, contents.getObject()));
        model.addAttribute("section", "outbox");
        return "outbox-channel";
    }

    private static String topic(String asked) {
        return SampleMessages.TOPICS.contains(asked) ? asked : SampleMessages.TOPICS.getFirst();
    }
}
