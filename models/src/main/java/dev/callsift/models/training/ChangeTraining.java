package dev.callsift.models.training;

import dev.callsift.models.change.ChangeModel;
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
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Learns from dialogues which of the values that are named for a change it leads to, and which one was before. */
final class ChangeTraining {

    private static final double L2_COST = 0.3;
    private static final int FOLDS = 5;

    private final List<List<String>> features = new ArrayList<>();
    private final List<String> roles = new ArrayList<>();
    private final List<Integer> groups = new ArrayList<>();

    /** Where the value with this number among all of its kinds comes from: calls and changes that name a value that is settled on. */
    private int group;

    /**
     * @param codes of changes
     * @param likelihoods of each turn, by code, from models that had not seen it
     */
    ChangeTraining(
            List<TrainingDialogue> dialogues,
            List<String> codes,
            Map<TrainingUtterance, Map<String, Double>> likelihoods) {
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
            values.forEach(value -> groups.add(group));
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

    /** The model of both roles. */
    ChangeModel.Weights weights() {
        FeatureRows rows = new FeatureRows(features);
        return new ChangeModel.Weights(weights(rows, EntityMark.TO), weights(rows, EntityMark.FROM));
    }

    private Map<String, Double> weights(FeatureRows rows, String role) {
        double[] fitted = fitted(rows, role, IntStream.range(0, roles.size()).toArray());
        Map<String, Double> weights = new TreeMap<>();
        for (int i = 0; i < fitted.length; i++) {
            if (fitted[i] != 0) {
                weights.put(rows.name(i), Math.round(fitted[i] * 10_000) / 10_000.0);
            }
        }
        return weights;
    }

    private double[] fitted(FeatureRows rows, String role, int[] chosen) {
        return new LogisticRegression(rows, L2_COST)
                .weights(chosen, i -> roles.get(i).equals(role));
    }

    /** In how many changes the likeliest value is one that is settled on, told by models that had not seen the call. */
    String heldOut() {
        FeatureRows rows = new FeatureRows(features);
        int right = 0;
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            double[] weights = fitted(
                    rows,
                    EntityMark.TO,
                    IntStream.range(0, roles.size())
                            .filter(i -> groups.get(i) % FOLDS != left)
                            .toArray());
            right += IntStream.range(0, group)
                    .filter(each -> each % FOLDS == left)
                    .map(each -> isRight(rows, weights, each) ? 1 : 0)
                    .sum();
        }
        return "changes, held out: the value of " + right + " of " + group + "\n";
    }

    private boolean isRight(FeatureRows rows, double[] weights, int wanted) {
        int best = IntStream.range(groups.indexOf(wanted), groups.lastIndexOf(wanted) + 1)
                .boxed()
                .max(Comparator.comparingDouble(i -> rows.dot(i, weights)))
                .orElseThrow();
        return roles.get(best).equals(EntityMark.TO);
    }
}
