package dev.callsift.models.training;

import dev.callsift.models.category.Weight;
import dev.callsift.models.change.ChangeModel;
import dev.callsift.models.change.ChangeModel.ReadWeight;
import dev.callsift.models.change.ChangeModel.Roles;
import dev.callsift.models.change.NamedValue;
import dev.callsift.models.change.NamedValues;
import dev.callsift.models.change.SpokenTurn;
import dev.callsift.models.entity.Entity;
import dev.callsift.models.entity.EntityFinder;
import dev.callsift.models.training.TrainingUtterance.EntityMark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Learns from dialogues which of the values that are named for a change it leads to, and which one was before. */
final class ChangeTraining {

    private static final double L2_COST = 0.3;
    private static final double READ_L2_COST = 1;
    private static final int FOLDS = 5;

    private final List<List<String>> features = new ArrayList<>();
    private final List<String> roles = new ArrayList<>();
    private final List<Integer> groups = new ArrayList<>();
    private final List<Optional<Roles>> read = new ArrayList<>();
    private final HeldOutReadings readings;

    /** Where the value with this number among all of its kinds comes from: calls and changes that name a value that is settled on. */
    private int group;

    /**
     * @param codes of changes
     * @param likelihoods of each turn, by code, from models that had not seen it
     * @param readings what the call encoder says of dialogues that it had not seen
     */
    ChangeTraining(
            List<TrainingDialogue> dialogues,
            List<String> codes,
            Map<TrainingUtterance, Map<String, Double>> likelihoods,
            HeldOutReadings readings) {
        this.readings = readings;
        for (TrainingDialogue dialogue : dialogues) {
            codes.stream()
                    .filter(code -> dialogue.codes().contains(code))
                    .forEach(code -> add(dialogue, code, likelihoods));
        }
    }

    private void add(TrainingDialogue dialogue, String code, Map<TrainingUtterance, Map<String, Double>> likelihoods) {
        List<SpokenTurn> turns = dialogue.turns().stream()
                .map(turn -> new SpokenTurn(
                        turn.speaker(),
                        turn.words(),
                        likelihoods.getOrDefault(turn, Map.of()).getOrDefault(code, 0.0)))
                .toList();
        List<List<Entity>> named =
                dialogue.turns().stream().map(ChangeTraining::entities).toList();
        List<NamedValue> values =
                NamedValues.of(code, turns.stream().map(SpokenTurn::words).toList(), named);
        List<String> ofValues = values.stream()
                .map(value -> role(value, dialogue.turns().get(value.turn())))
                .toList();
        if (ofValues.contains(EntityMark.TO)) {
            features.addAll(ChangeModel.features(code, turns, values));
            roles.addAll(ofValues);
            values.forEach(value -> {
                groups.add(group);
                read.add(readings.turn(dialogue.turns().get(value.turn())).map(turn -> read(value, turn)));
            });
            group++;
        }
    }

    private static List<Entity> entities(TrainingUtterance turn) {
        return EntityTraining.joined(turn.entities()).stream()
                .map(mark -> EntityFinder.named(mark.type(), mark.from(), mark.to(), turn.words()))
                .toList();
    }

    private static String role(NamedValue value, TrainingUtterance turn) {
        return turn.entities().stream()
                .filter(mark -> mark.from() >= value.from() && mark.to() <= value.to())
                .map(EntityMark::role)
                .filter(role -> !role.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Roles read(NamedValue value, HeldOutReadings.Turn turn) {
        return new Roles(mean(value, turn.settled()), mean(value, turn.before()));
    }

    private static double mean(NamedValue value, Map<Integer, Double> ofWords) {
        return IntStream.range(value.from(), value.to())
                .mapToDouble(word -> ofWords.getOrDefault(word, 0.0))
                .average()
                .orElse(0);
    }

    /** What is learned, and how good it is on calls that it had not seen. */
    record Trained(ChangeModel.Weights weights, String heldOut) {}

    Trained train() {
        FeatureRows rows = new FeatureRows(features);
        double[] to = heldOut(rows, EntityMark.TO);
        ReadTraining readTo = new ReadTraining(to, Roles::to, EntityMark.TO);
        ReadTraining readFrom = new ReadTraining(heldOut(rows, EntityMark.FROM), Roles::from, EntityMark.FROM);
        return new Trained(
                new ChangeModel.Weights(
                        weights(rows, EntityMark.TO),
                        weights(rows, EntityMark.FROM),
                        readTo.weight(),
                        readFrom.weight()),
                "changes, held out: the value of " + right(i -> true, to) + "\n"
                        + "changes, with meaning: the value of "
                        + right(readTo::isKnown, readTo.heldOut()) + "\n");
    }

    private Map<String, Double> weights(FeatureRows rows, String role) {
        double[] fitted = fitted(rows, role, i -> true);
        Map<String, Double> weights = new TreeMap<>();
        for (int i = 0; i < fitted.length; i++) {
            if (fitted[i] != 0) {
                weights.put(rows.name(i), rounded(fitted[i]));
            }
        }
        return weights;
    }

    private static double rounded(double weight) {
        return Math.round(weight * 10_000) / 10_000.0;
    }

    private double[] fitted(FeatureRows rows, String role, IntPredicate chosen) {
        return new LogisticRegression(rows, L2_COST)
                .weights(values(chosen), i -> roles.get(i).equals(role));
    }

    private int[] values(IntPredicate chosen) {
        return IntStream.range(0, roles.size()).filter(chosen).toArray();
    }

    /** How likely each value has a role, told by models that had not seen the change. */
    private double[] heldOut(FeatureRows rows, String role) {
        double[] likelihoods = new double[roles.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            double[] weights = fitted(rows, role, i -> fold(i) != left);
            IntStream.of(values(i -> fold(i) == left))
                    .forEach(i -> likelihoods[i] = LogisticRegression.likelihood(rows.dot(i, weights)));
        }
        return likelihoods;
    }

    private int fold(int value) {
        return groups.get(value) % FOLDS;
    }

    /** In how many changes the likeliest value is one that is settled on. */
    private String right(IntPredicate known, double[] likelihoods) {
        Map<Integer, List<Integer>> changes =
                IntStream.of(values(known)).boxed().collect(Collectors.groupingBy(groups::get));
        long right = changes.values().stream()
                .map(values -> values.stream()
                        .max(Comparator.comparingDouble(i -> likelihoods[i]))
                        .orElseThrow())
                .filter(best -> roles.get(best).equals(EntityMark.TO))
                .count();
        return right + " of " + changes.size();
    }

    /** Fits how what the words tell of a role is weighed beside what the encoder reads, on the dialogues that the encoder had not seen. */
    private final class ReadTraining {

        private final double[] byWords;
        private final ToDoubleFunction<Roles> ofRole;
        private final String role;
        private final LogisticRegression regression;

        ReadTraining(double[] byWords, ToDoubleFunction<Roles> ofRole, String role) {
            this.byWords = byWords;
            this.ofRole = ofRole;
            this.role = role;
            this.regression = new LogisticRegression(
                    new NumberRows(IntStream.range(0, byWords.length)
                            .mapToObj(i -> new double[] {1, Weight.logOdds(byWords[i]), Weight.logOdds(byReading(i))})
                            .toArray(double[][]::new)),
                    READ_L2_COST);
        }

        boolean isKnown(int value) {
            return read.get(value).isPresent();
        }

        private double byReading(int value) {
            return read.get(value).map(ofRole::applyAsDouble).orElse(Weight.NOT_ASKED);
        }

        private ReadWeight weight(IntPredicate chosen) {
            double[] fitted = regression.weights(
                    values(i -> isKnown(i) && chosen.test(i)), i -> roles.get(i).equals(role));
            return new ReadWeight(rounded(fitted[0]), rounded(fitted[1]), rounded(fitted[2]));
        }

        ReadWeight weight() {
            return weight(i -> true);
        }

        double[] heldOut() {
            double[] likelihoods = new double[byWords.length];
            for (int fold = 0; fold < FOLDS; fold++) {
                int left = fold;
                ReadWeight weight = weight(i -> fold(i) != left);
                IntStream.of(values(i -> fold(i) == left))
                        .forEach(i -> likelihoods[i] = weight.likelihood(byWords[i], byReading(i)));
            }
            return likelihoods;
        }
    }
}
