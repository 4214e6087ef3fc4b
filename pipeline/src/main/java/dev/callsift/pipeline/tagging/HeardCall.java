package dev.callsift.pipeline.tagging;

import dev.callsift.models.category.CallScores;
import dev.callsift.models.category.CallWeight;
import dev.callsift.models.category.LanguageModels;
import dev.callsift.models.language.RuleSpeaker;
import dev.callsift.models.meaning.CallReading;
import dev.callsift.pipeline.audio.Speaker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is heard in a call: where codes are shown, and how likely each holds by all that is said. Immutable.
 *
 * @param hits of the codes that hold, and of signals that single turns show
 * @param turns for each turn how likely it shows each code
 * @param reading of the call by the encoder; empty without one
 * @param likelihoods of the codes that are weighed by the whole call, whether they hold or not
 */
record HeardCall(
        List<Hit> hits,
        List<Map<String, Double>> turns,
        Optional<CallReading> reading,
        Map<String, Double> likelihoods) {

    HeardCall {
        hits = List.copyOf(hits);
        turns = List.copyOf(turns);
        likelihoods = Map.copyOf(likelihoods);
    }

    /** How likely a code holds by the whole call; empty for a code that is not weighed so. */
    Optional<Double> likelihood(String code) {
        return Optional.ofNullable(likelihoods.get(code));
    }

    /** How likely a turn shows a code, from 0 to 1. */
    double inTurn(int turn, String code) {
        return turns.get(turn).getOrDefault(code, 0.0);
    }

    /** What one speaker says before the other does, as one of the two would say it. For one thread. */
    static final class Turn {

        private final RuleSpeaker speaker;
        private final List<CodeInThought> codes = new ArrayList<>();

        private Turn(RuleSpeaker speaker) {
            this.speaker = speaker;
        }

        void add(CodeInThought code) {
            codes.add(code);
        }

        private Map<String, Double> likelihoods() {
            Map<String, Double> likelihoods = new HashMap<>();
            codes.forEach(each -> likelihoods.merge(each.code().code(), each.likelihood(), Math::max));
            return likelihoods;
        }
    }

    /** Takes the turns of a call in the order of time. For one thread. */
    static final class Builder {

        /** What calls are worth as a whole by words was learned from longer ones; of a few turns each is taken by itself. */
        private static final int FEWEST_TURNS = 6;

        /** The encoder has learned to read short calls too; a single message is none. */
        private static final int FEWEST_TURNS_READ = 2;

        private final LanguageModels models;
        private final CallScores scores = new CallScores();
        private final List<Hit> hits = new ArrayList<>();
        private final Map<String, List<CodeInThought>> places = new TreeMap<>();
        private final List<Turn> turn = new ArrayList<>();
        private final List<Map<String, Double>> turns = new ArrayList<>();
        private final Optional<CallReading> reading;

        /** @param reading of the call by the encoder; empty without one */
        Builder(LanguageModels models, Optional<CallReading> reading) {
            this.models = models;
            this.reading = reading;
        }

        /** What is found by rules alone. */
        void add(Hit hit) {
            hits.add(hit);
        }

        /** A turn, as one of the speakers would say it. */
        Turn turn(RuleSpeaker speaker) {
            turn.add(new Turn(speaker));
            return turn.getLast();
        }

        void endTurn() {
            List<Map<String, Double>> likelihoods =
                    turn.stream().map(Turn::likelihoods).toList();
            scores.add(turn.stream().map(each -> each.speaker).toList(), likelihoods);
            Map<String, Double> strongest = new HashMap<>();
            likelihoods.forEach(
                    each -> each.forEach((code, likelihood) -> strongest.merge(code, likelihood, Math::max)));
            turns.add(strongest);
            turn.forEach(each -> each.codes.forEach(
                    place -> places.computeIfAbsent(place.code().code(), code -> new ArrayList<>())
                            .add(place)));
            turn.clear();
        }

        HeardCall build() {
            Map<String, Double> likelihoods = new HashMap<>();
            boolean asWhole = turns.size() >= (reading.isEmpty() ? FEWEST_TURNS : FEWEST_TURNS_READ);
            if (asWhole) {
                reading.ifPresent(each -> scores.addWhole(each.likelihoods()));
            }
            places.forEach((code, found) -> {
                Optional<CallWeight> weight = models.call().weight(code);
                if (weight.isPresent() && asWhole) {
                    double likelihood = Math.max(weight.get().likelihood(scores.features(code)), alone(found));
                    likelihoods.put(code, likelihood);
                    addHits(found, likelihood >= weight.get().threshold());
                } else {
                    found.stream()
                            .filter(turns.size() == 1 ? CodeInThought::isShownInMessage : CodeInThought::isShown)
                            .filter(this::isNoEcho)
                            .map(CodeInThought::hit)
                            .forEach(hits::add);
                }
            });
            return new HeardCall(hits, turns, reading, likelihoods);
        }

        /** In a call of a few turns each may show a code on its own, as a single message does; otherwise the whole decides. */
        private double alone(List<CodeInThought> found) {
            return found.stream()
                    .filter(place -> turns.size() < FEWEST_TURNS && place.isShownInMessage() && isNoEcho(place))
                    .mapToDouble(CodeInThought::likelihood)
                    .max()
                    .orElse(0);
        }

        /** What an agent makes of a customer's wish counts beside the customer's words, not on its own. */
        private boolean isNoEcho(CodeInThought place) {
            return place.speaker() != Speaker.AGENT
                    || models.customer().weight(place.code().code()).isEmpty();
        }

        /** Where the code is shown; where no turn shows it on its own, the one that comes nearest to it. */
        private void addHits(List<CodeInThought> found, boolean holds) {
            boolean plausible = reading.isPresent() || found.stream().anyMatch(CodeInThought::isPlausible);
            if (!holds || !plausible) {
                return;
            }
            List<Hit> shown = found.stream()
                    .filter(CodeInThought::isShown)
                    .map(CodeInThought::hit)
                    .toList();
            hits.addAll(
                    shown.isEmpty()
                            ? found.stream()
                                    .max(Comparator.comparingDouble(CodeInThought::likelihood))
                                    .map(CodeInThought::hit)
                                    .stream()
                                    .toList()
                            : shown);
        }
    }
}
