package dev.callsift.ui.outbox;

import dev.callsift.pipeline.outbox.InboundRequests;
import dev.callsift.pipeline.outbox.InboundRequests.Answer;
import dev.callsift.ui.PageProblemException;
import dev.callsift.ui.SignedRequests;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** {@code POST /api/items/{id}/state}: an order system tells what became of an item, signed as our webhooks are. */
@RestController
final class ItemStateApi {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ObjectProvider<ItemStates> items;
    private final SignedRequests signed;
    private final ObjectProvider<InboundRequests> requests;

    ItemStateApi(ObjectProvider<ItemStates> items, SignedRequests signed, ObjectProvider<InboundRequests> requests) {
        this.items = items;
        this.signed = signed;
        this.requests = requests;
    }

    /**
     * What is asked for.
     *
     * @param who told so; "order system" when not given
     */
    record Move(
            @Nullable String state,
            @Nullable String who,
            @Nullable String note,
            @Nullable Long version) {}

    @Operation(summary = "Tells what became of a work item; signed")
    @PostMapping(path = "/api/items/{id}/state", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> move(
            @Parameter(description = "The item's number") @PathVariable String id,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
            @RequestBody(required = false) byte @Nullable [] body) {
        byte[] sent = signed.believed(headers, body);
        Move move = read(sent);
        ItemStates states = Optional.ofNullable(items.getIfAvailable())
                .orElseThrow(() -> problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "There are no work items here",
                        "Ask again when they are served."));
        Answer answer = requests.getObject()
                .once(SignedRequests.keys(headers), requested(id, sent), () -> answer(states, id, move));
        return ResponseEntity.status(answer.status()).body(answer.text());
    }

    private static Move read(byte[] body) {
        try {
            Move move = JSON.readValue(body, Move.class);
            if (move != null && move.state() != null && !move.state().isBlank()) {
                return move;
            }
        } catch (JacksonException e) {
            // told below, with what is wanted
        }
        throw problem(
                HttpStatus.BAD_REQUEST,
                "This is not a change of state",
                "Send JSON such as {\"state\":\"done\",\"who\":\"warehouse\",\"note\":\"swapped\",\"version\":3}.");
    }

    /** The item is part of what is asked: the same key for another item is another request. */
    private static byte[] requested(String id, byte[] body) {
        byte[] item = (id + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] all = new byte[item.length + body.length];
        System.arraycopy(item, 0, all, 0, item.length);
        System.arraycopy(body, 0, all, item.length, body.length);
        return all;
    }

    private static Answer answer(ItemStates states, String id, Move move) {
        ItemStates.Moved moved = states.move(
                id,
                String.valueOf(move.state()),
                move.who() == null ? "order system" : move.who(),
                move.note() == null ? "" : move.note(),
                move.version());
        return switch (moved) {
            case ItemStates.Moved.Done(String state) -> answer(HttpStatus.OK, "state", state, id);
            case ItemStates.Moved.Unknown() -> answer(HttpStatus.NOT_FOUND, "problem", "there is no such item", id);
            case ItemStates.Moved.Outdated(String reason) -> answer(HttpStatus.CONFLICT, "problem", reason, id);
            case ItemStates.Moved.Refused(String reason) ->
                answer(HttpStatus.UNPROCESSABLE_CONTENT, "problem", reason, id);
        };
    }

    private static Answer answer(HttpStatus status, String name, String value, String id) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("item", id);
        fields.put(name, value);
        return new Answer(status.value(), JSON.writeValueAsString(fields));
    }

    private static PageProblemException problem(HttpStatus status, String title, String detail) {
        return new PageProblemException(status, title, detail);
    }
}
