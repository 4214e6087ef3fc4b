package dev.callsift.models.category;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says which codes hold for a call, by all that is heard in it. What single turns show is told by {@link CodeWeigher}s; this knows how much
 * that is worth for the call. Immutable and safe for use by several threads.
 */
public final class CallWeigher {

    private final Map<String, CallWeight> weights;

    private CallWeigher(Map<String, CallWeight> weights) {
        this.weights = new TreeMap<>(weights);
    }

    /** The name of the file of weights: JSON, by code. */
    public static String file(boolean withMeaning) {
        return withMeaning ? "weights-call-with-meaning.json" : "weights-call.json";
    }

    static CallWeigher load(boolean withMeaning) throws IOException {
        try (InputStream weights = LanguageFiles.open(file(withMeaning))) {
            return new CallWeigher(
                    new JsonMapper().readValue(weights, new TypeReference<Map<String, CallWeight>>() {}));
        }
    }

    /** How a code is weighed; empty for one that was too rare in whole calls, which a single turn shows or nothing. */
    public Optional<CallWeight> weight(String code) {
        return Optional.ofNullable(weights.get(code));
    }
}
