package dev.callsift.ui.operations;

import dev.callsift.pipeline.operations.OrderUpdates;
import dev.callsift.pipeline.orders.Order;
import dev.callsift.pipeline.orders.OrderJson;
import dev.callsift.pipeline.orders.OrderSettings;
import dev.callsift.pipeline.orders.Orders;
import dev.callsift.pipeline.outbox.InboundRequests;
import dev.callsift.pipeline.outbox.InboundRequests.Answer;
import dev.callsift.ui.PageProblemException;
import dev.callsift.ui.SignedRequests;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Orders as JSON: the shop's system tells them, signed as our webhooks are; others ask for them. */
@RestController
final class OrderApi {

    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectProvider<Orders> orders;
    private final ObjectProvider<OrderUpdates> updates;
    private final ObjectProvider<OrderSettings> settings;
    private final ObjectProvider<InboundRequests> requests;
    private final SignedRequests signed;

    OrderApi(
            ObjectProvider<Orders> orders,
            ObjectProvider<OrderUpdates> updates,
            ObjectProvider<OrderSettings> settings,
            ObjectProvider<InboundRequests> requests,
            SignedRequests signed) {
        this.orders = orders;
        this.updates = updates;
        this.settings = settings;
        this.requests = requests;
        this.signed = signed;
    }

    record Found(List<Order> orders) {}

    /** Adds an order, or replaces what was known of it. The same request sent twice is done once. */
    @Operation(summary = "Adds or replaces an order; signed")
    @PutMapping(path = "/api/orders/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> put(
            @Parameter(description = "The order's number") @PathVariable String number,
            @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
            @RequestBody(required = false) byte @Nullable [] body) {
        byte[] sent = signed.believed(headers, body);
        Order order = read(number, sent);
        byte[] asked = (number + "\n" + new String(sent, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        Answer answer = requests.getObject().once(SignedRequests.keys(headers), asked, () -> put(order));
        return ResponseEntity.status(answer.status()).body(answer.text());
    }

    private Order read(String number, byte[] body) {
        try {
            return OrderJson.read(number, body, settings.getObject());
        } catch (IllegalArgumentException e) {
            throw new PageProblemException(HttpStatus.BAD_REQUEST, "This is no order", e.getMessage() + ".");
        }
    }

    private Answer put(Order order) {
        boolean known = orders.getObject().find(order.number().plain()).isPresent();
        updates.getObject().put(order);
        updates.getObject().linkAgain();
        HttpStatus status = known ? HttpStatus.OK : HttpStatus.CREATED;
        return new Answer(status.value(), JSON.writeValueAsString(order));
    }

    @Operation(summary = "An order")
    @GetMapping(path = "/api/orders/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    Order order(@Parameter(description = "The order's number") @PathVariable String number) {
        return orders.getObject()
                .find(number)
                .orElseThrow(() -> new PageProblemException(
                        HttpStatus.NOT_FOUND,
                        "There is no order " + number,
                        "Orders come by 'callsift orders import' or PUT /api/orders/{number}."));
    }

    /** @param phone of the customer, as it is written in the configured region or with its country code */
    @Operation(summary = "Orders of a phone number")
    @GetMapping(path = "/api/orders", produces = MediaType.APPLICATION_JSON_VALUE)
    Found ofPhone(
            @Parameter(
                            description =
                                    "Of the customer, with its country code, or as it is written in the configured region")
                    @RequestParam
                    String phone) {
        return settings.getObject()
                .phone(phone)
                .map(known -> new Found(orders.getObject().ofPhone(known)))
                .orElseThrow(() -> new PageProblemException(
                        HttpStatus.BAD_REQUEST,
                        "'" + phone + "' is no phone number",
                        "Write it with its country code, such as +919845012377."));
    }
}
