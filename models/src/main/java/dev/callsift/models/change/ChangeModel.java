package dev.callsift.models.change;

import dev.callsift.models.category.Weight;
import dev.callsift.models.meaning.TurnReading;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says of each value that a call names for a change how likely it is the one that is settled on, and how likely the one that was there before:
 * two logistic functions over the words around it and its place in the call, and two more that put the call encoder's word beside theirs. Immutable and safe for use by several threads.
 */
public final class ChangeModel {

    /** The name of the trained model's file: JSON, the weights of features for both roles. */
    public static final String FILE = "changes.json";

    private static final String FOLDER = "/callsift/language/en/";

    private final Weights weights;

    /**
     * What was learned.
     *
     * @param to weights by feature for what is settled on; without a weight a feature says nothing
     * @param from likewise for what was there before
     * @param readTo how what the words tell of {@code to} is weighed beside what the call encoder reads
     * @param readFrom likewise of {@code from}
     */
    public record Weights(Map<String, Double> to, Map<String, Double> from, ReadWeight readTo, ReadWeight readFrom) {

        public Weights {
            to = new TreeMap<>(to);
            from = new TreeMap<>(from);
        }
    }

    /**
     * How two likelihoods of a role are put together: a logistic function of their log-odds.
     *
     * @param bias what is said when neither speaks
     * @param words weight of what the words around a value tell
     * @param read weight of what the call encoder reads in it
     */
    public record ReadWeight(double bias, double words, double read) {

        /** How likely the role is by both, from 0 to 1. */
        public double likelihood(double byWords, double byReading) {
            return ChangeModel.likelihood(bias + words * Weight.logOdds(byWords) + read * Weight.logOdds(byReading));
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

    /**
     * The same, weighed beside what the call encoder reads.
     *
     * @param read what it makes of each of the turns
     */
    public List<Roles> roles(String code, List<SpokenTurn> turns, List<NamedValue> values, List<TurnReading> read) {
        List<Roles> byWords = roles(code, turns, values);
        return IntStream.range(0, values.size())
                .mapToObj(i -> {
                    NamedValue value = values.get(i);
                    TurnReading turn = read.get(value.turn());
                    return new Roles(
                            weights.readTo().likelihood(byWords.get(i).to(), turn.settled(value.from(), value.to())),
                            weights.readFrom()
                                    .likelihood(byWords.get(i).from(), turn.before(value.from(), value.to())));
                })
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
        return likelihood(sum);
    }

    private static double likelihood(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
