package dev.callsift.models.change;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says of each value that a call names for a change how likely it is the one that is settled on, and how likely the one that was there before:
 * two logistic functions over the words around it and its place in the call. Immutable and safe for use by several threads.
 */
public final class ChangeModel {

    /** The name of the trained model's file: JSON, the weights of features for both roles. */
    public static final String FILE = "changes.json";

    private static final String FOLDER = "/callsift/language/en/";

    private final Weights weights;

    /** Weights by feature; without a weight a feature says nothing. */
    public record Weights(Map<String, Double> to, Map<String, Double> from) {

        public Weights {
            to = new TreeMap<>(to);
            from = new TreeMap<>(from);
        }
    }

    /**
     * How likely a value has a role, from 0 to 1.
     *
     * @param to that it is settled on
     * @param from that it was there before
     */
    public record Roles(double to, double from) {}

    private ChangeModel(Weights weights) {
        this.weights = weights;
    }

    private static final class English {
        static final ChangeModel INSTANCE = load();
    }

    /** Trained for English when callsift was built; loaded once for the process. */
    public static ChangeModel english() {
        return English.INSTANCE;
    }

    private static ChangeModel load() {
        try (InputStream stream = ChangeModel.class.getResourceAsStream(FOLDER + FILE)) {
            if (stream == null) {
                throw new IOException(FOLDER + FILE + " is missing; build the module 'models', which trains it");
            }
            return new ChangeModel(new JsonMapper().readValue(stream, Weights.class));
        } catch (IOException e) {
            throw new IllegalStateException("the language models cannot be read from the class path", e);
        }
    }

    /**
     * The roles of values, in their order.
     *
     * @param code of the change, for example {@code modify.size}
     * @param turns of the call, in the order of time
     * @param values of the kinds that the change can have, in the order in which they are named
     */
    public List<Roles> roles(String code, List<SpokenTurn> turns, List<NamedValue> values) {
        return features(code, turns, values).stream()
                .map(each -> new Roles(likelihood(weights.to(), each), likelihood(weights.from(), each)))
                .toList();
    }

    /** What the model sees of each value. */
    public static List<List<String>> features(String code, List<SpokenTurn> turns, List<NamedValue> values) {
        RoleFeatures features = new RoleFeatures(code, turns, values);
        return values.stream().map(features::of).toList();
    }

    private static double likelihood(Map<String, Double> weights, List<String> features) {
        double sum = features.stream()
                .mapToDouble(feature -> weights.getOrDefault(feature, 0.0))
                .sum();
        return 1 / (1 + Math.exp(-sum));
    }
}
