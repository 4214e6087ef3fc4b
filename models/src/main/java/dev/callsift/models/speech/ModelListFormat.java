package dev.callsift.models.speech;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of the official list: an array of objects with {@code name}, {@code lang}, {@code type}, {@code size}, {@code
 * md5}, {@code url} and {@code obsolete} (a string, {@code "true"} or {@code "false"}). A relative {@code url} counts from
 * the list's own address, so that a mirror can hold both.
 */
final class ModelListFormat {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private ModelListFormat() {}

    /** @throws SpeechModelException when it is no such list at all; single unreadable models are left out and counted */
    static ModelList.Contents parse(byte[] json, URI location) {
        List<ListedModel> models = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (JsonNode node : array(json, location)) {
            try {
                if (recognizesSpeech(node)) {
                    models.add(model(node, location));
                }
            } catch (IllegalArgumentException | SpeechModelException e) {
                problems.add(String.valueOf(e.getMessage()));
            }
        }
        Optional<String> warning = problems.isEmpty()
                ? Optional.empty()
                : Optional.of(problems.size() + " models of the list " + location + " could not be read, the first: "
                        + problems.getFirst());
        return new ModelList.Contents(models, warning);
    }

    private static JsonNode array(byte[] json, URI location) {
        try {
            JsonNode root = MAPPER.readTree(json);
            if (root.isArray()) {
                return root;
            }
        } catch (JacksonException e) {
            throw new SpeechModelException(location + ": is no model list: " + e.getOriginalMessage(), e);
        }
        throw new SpeechModelException(location + ": is no model list: not a JSON array");
    }

    /** The list also has models that tell speakers apart and that speak. */
    private static boolean recognizesSpeech(JsonNode node) {
        String type = node.path("type").asString("");
        return !type.equals("spk") && !type.equals("tts");
    }

    private static ListedModel model(JsonNode node, URI location) {
        return new ListedModel(
                node.path("name").asString(""),
                node.path("lang").asString(""),
                node.path("type").asString(""),
                node.path("size").asLong(0),
                node.path("md5").asString(""),
                archive(location.resolve(node.path("url").asString(""))),
                Boolean.parseBoolean(node.path("obsolete").asString("false")));
    }

    private static URI archive(URI uri) {
        if (!List.of("http", "https", "file").contains(String.valueOf(uri.getScheme()))) {
            throw new IllegalArgumentException("not an address to fetch from: " + uri);
        }
        return uri;
    }
}
