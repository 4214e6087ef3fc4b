package dev.callsift.models.training;

import dev.callsift.models.category.Weight;
import dev.callsift.models.language.TaxonomyCode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fits how what the call encoder says of one speaker's turns is weighed beside words and rules, on the turns that it was not trained on. Codes
 * of a family are weighed alike, for those turns are few.
 */
final class MeaningTraining {

    /** Single messages are judged by these weights alone, and more of them show nothing than of the turns of calls. */
    private static final double OTHERS = 2;

    private final SpokenCodes spoken;
    private final int[] known;
    private final List<Map<String, Double>> read;
    private final SortedMap<String, Judged> judged = new TreeMap<>();
    private final SortedMap<String, Weight> weights = new TreeMap<>();

    MeaningTraining(SpokenCodes spoken, HeldOutReadings readings) {
        this.spoken = spoken;
        List<Optional<Map<String, Double>>> all = spoken.utterances().stream()
                .map(each -> readings.turn(each).map(HeldOutReadings.Turn::likelihoods))
                .toList();
        this.known = IntStream.range(0, all.size())
                .filter(i -> all.get(i).isPresent())
                .toArray();
        this.read = all.stream().flatMap(Optional::stream).toList();
        List<Sample> samples =
                IntStream.of(known).mapToObj(spoken.samples()::get).toList();
        spoken.trained()
                .forEach((code, each) -> judged.put(
                        code,
                        new Judged(
                                code, samples, new Likelihoods(values(i -> each.said()[known[i]]), values(i -> read.get(
                                                i)
                                        .getOrDefault(code, 0.0))))));
        families(judged.keySet())
                .forEach(family -> weights.putAll(
                        new WeightFit(family.stream().map(this::judged).toList(), OTHERS, OTHERS).weights()));
    }

    private Judged judged(String code) {
        return judged.getOrDefault(code, new Judged(code, List.of(), Likelihoods.ofWords(new double[0])));
    }

    /** Codes that are weighed alike. */
    static Collection<List<String>> families(Collection<String> codes) {
        return codes.stream()
                .sorted()
                .collect(Collectors.groupingBy(TaxonomyCode::family, TreeMap::new, Collectors.toList()))
                .values();
    }

    private double[] values(IntToDoubleFunction value) {
        return IntStream.range(0, known.length).mapToDouble(value).toArray();
    }

    SortedMap<String, Weight> weights() {
        return weights;
    }

    SortedMap<String, HeldOut> heldOut() {
        SortedMap<String, HeldOut> heldOut = new TreeMap<>();
        weights.forEach((code, weight) -> heldOut.put(code, HeldOut.of(judged(code), weight)));
        return heldOut;
    }

    /** For each utterance that the encoder has not seen the likelihood of each code, by all together. */
    Map<TrainingUtterance, Map<String, Double>> likelihoods() {
        Map<TrainingUtterance, Map<String, Double>> likelihoods = new HashMap<>();
        IntStream.of(known).forEach(i -> likelihoods.put(spoken.utterances().get(i), new HashMap<>()));
        weights.forEach((code, weight) -> {
            double[] ofCode =
                    judged(code).likelihoods().together(code, judged(code).samples(), weight);
            for (int i = 0; i < known.length; i++) {
                likelihoods
                        .getOrDefault(spoken.utterances().get(known[i]), new HashMap<>())
                        .put(code, ofCode[i]);
            }
        });
        return likelihoods;
    }
}
