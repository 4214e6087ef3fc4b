package dev.callsift.pipeline.orders;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Orders as JSON objects: a property for each field, by its label or a usual heading; lists and objects for phones and items. */
public final class OrderJson {

    private static final JsonMapper JSON = new JsonMapper();

    private OrderJson() {}

    /**
     * Reads one order that another system sends.
     *
     * @param number of the order, as the request's address has it; the body may repeat it
     * @param body a JSON object
     * @throws IllegalArgumentException with everything that is wrong
     */
    public static Order read(String number, byte[] body, OrderSettings settings) {
        JsonNode object = object(body);
        List<String> problems = new ArrayList<>();
        Map<OrderField, String> texts = texts(object, name -> {
            Optional<OrderField> field = settings.field(name);
            if (field.isEmpty()) {
                problems.add("'" + name + "' is no field of an order; there are " + OrderSettings.labels());
            }
            return field;
        });
        String repeated = texts.putIfAbsent(OrderField.NUMBER, number);
        if (repeated != null && !OrderNumber.plain(repeated).equals(OrderNumber.plain(number))) {
            problems.add("number: '" + repeated + "' is not the order of this address, '" + number + "'");
        }
        try {
            Order order = new OrderReader(settings.phones(), settings.zone()).read(texts);
            if (problems.isEmpty()) {
                return order;
            }
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        throw new IllegalArgumentException(String.join("; ", problems));
    }

    private static JsonNode object(byte[] body) {
        try {
            JsonNode object = JSON.readTree(body);
            if (object.isObject()) {
                return object;
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the body is no JSON: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("the body is no JSON object");
    }

    /**
     * The texts of its fields. What a list holds is joined with commas, what an object holds with spaces.
     *
     * @param fields which field a property is; those that are none are passed over
     */
    static Map<OrderField, String> texts(JsonNode object, Function<String, Optional<OrderField>> fields) {
        Map<OrderField, String> texts = new EnumMap<>(OrderField.class);
        object.properties().forEach(property -> fields.apply(property.getKey()).ifPresent(field -> {
            String text = text(property.getValue());
            if (!text.isBlank()) {
                texts.put(field, text);
            }
        }));
        return texts;
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return join(", ", value.valueStream());
        }
        if (value.isObject()) {
            return join(" ", value.valueStream());
        }
        return value.isNull() ? "" : value.asString();
    }

    private static String join(String between, Stream<JsonNode> values) {
        return String.join(
                between,
                values.map(OrderJson::text).filter(text -> !text.isBlank()).toList());
    }
}
