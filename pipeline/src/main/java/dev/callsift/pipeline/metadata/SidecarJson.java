package dev.callsift.pipeline.metadata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Flattens a sidecar to named texts: of an object its name, number or id counts, of a list its first element. */
final class SidecarJson {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> TELLING = List.of("name", "displayName", "number", "phoneNumber", "id");

    private SidecarJson() {}

    /**
     * @throws JacksonException when the text is no JSON
     * @throws IllegalArgumentException when it is JSON and no object
     */
    static Map<String, String> read(String json) {
        JsonNode root = JSON.readTree(json.startsWith("\uFEFF") ? json.substring(1) : json);
        if (!root.isObject()) {
            throw new IllegalArgumentException("it holds no object");
        }
        Map<String, String> values = new LinkedHashMap<>();
        root.properties()
                .forEach(property -> text(property.getValue()).ifPresent(text -> values.put(property.getKey(), text)));
        return values;
    }

    private static Optional<String> text(JsonNode value) {
        if (value.isString() || value.isNumber()) {
            return Optional.of(value.asString());
        }
        if (value.isArray() && !value.isEmpty()) {
            return text(value.get(0));
        }
        return TELLING.stream()
                .filter(name -> value.path(name).isString() || value.path(name).isNumber())
                .map(name -> value.path(name).asString())
                .findFirst();
    }
}
