package dev.callsift.models.category;

import dev.callsift.models.language.RuleSpeaker;
import dev.callsift.models.language.TaxonomyCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is heard in a call, turn by turn: how likely each turn shows each code, by whom it is said. What a customer says is one voice, what
 * the agent makes of it another ("so you'd like the blue one instead"), and what else the call is about a third. For one thread.
 */
public final class CallScores {

    private static final String TURNS = "turns";
    private static final String BIAS = "bias";
    private static final String WHOLE = "whole";
    private static final int STRONGEST = 2;
    private static final double EVEN = 0.5;
    private static final String CANCELLATION = "cancel";

    /** What tells in which situation something is said. */
    private static final Set<String> SITUATION = Set.of(CANCELLATION, "signal");

    private static final Comparator<Place> BY_LIKELIHOOD = Comparator.comparingDouble(Place::likelihood);

    private final Map<RuleSpeaker, Map<String, List<Place>>> places = new HashMap<>();
    private Optional<Map<String, Double>> whole = Optional.empty();
    private int turns;

    private record Place(int turn, double likelihood) {}

    /** @param likelihoods by code, from 0 to 1 */
    public void add(RuleSpeaker speaker, Map<String, Double> likelihoods) {
        add(List.of(speaker), List.of(likelihoods));
    }

    /** A turn of which it is not known who speaks: what it would show of each. */
    public void add(List<RuleSpeaker> speakers, List<Map<String, Double>> likelihoods) {
        for (int i = 0; i < speakers.size(); i++) {
            Map<String, List<Place>> heard = places.computeIfAbsent(speakers.get(i), speaker -> new HashMap<>());
            likelihoods.get(i).forEach((code, likelihood) -> heard.computeIfAbsent(code, each -> new ArrayList<>())
                    .add(new Place(turns, likelihood)));
        }
        turns++;
    }

    /**
     * What an encoder makes of the whole call.
     *
     * @param likelihoods by code, from 0 to 1
     */
    public void addWhole(Map<String, Double> likelihoods) {
        whole = Optional.of(Map.copyOf(likelihoods));
    }

    /** What speaks for a code, as numbers by name: more of them where no encoder has read the call. */
    public Map<String, Double> features(String code) {
        return whole.map(likelihoods -> read(code, likelihoods.getOrDefault(code, 0.0)))
                .orElseGet(() -> heard(code));
    }

    /** The log-odds of the whole call as the encoder has read it, and of the turn of each speaker that shows the code most. */
    private Map<String, Double> read(String code, double ofCall) {
        Map<String, Double> features = new TreeMap<>();
        features.put(BIAS, 1.0);
        features.put(WHOLE, Weight.logOdds(ofCall));
        for (RuleSpeaker speaker : List.of(RuleSpeaker.CUSTOMER, RuleSpeaker.AGENT)) {
            List<Place> own = places.getOrDefault(speaker, Map.of()).getOrDefault(code, List.of());
            double most = own.stream().mapToDouble(Place::likelihood).max().orElse(0);
            features.put(LanguageFiles.name(speaker), Weight.logOdds(most));
        }
        return features;
    }

    /**
     * The log-odds of the places that show it most, of each speaker; those of its strongest rival of the same family; those of each code of how
     * a cancellation ends, and of agents' answers; the number of turns; and which end of a cancellation came up after it. Other codes are left
     * out: which of them come together is of the calls at hand.
     */
    private Map<String, Double> heard(String code) {
        Map<String, Double> features = new TreeMap<>();
        features.put(BIAS, 1.0);
        features.put(TURNS, Math.log(turns));
        places.forEach((speaker, heard) -> {
            String voice = LanguageFiles.name(speaker);
            List<Place> own = strongest(heard.getOrDefault(code, List.of()));
            for (int i = 0; i < own.size(); i++) {
                features.put(voice + "-" + (i + 1), shifted(own.get(i)));
            }
            heard.forEach((other, found) -> addOther(features, code, voice, other, found));
        });
        return features;
    }

    private void addOther(Map<String, Double> features, String code, String voice, String other, List<Place> found) {
        if (other.equals(code)) {
            return;
        }
        Place most = Collections.max(found, BY_LIKELIHOOD);
        if (SITUATION.contains(TaxonomyCode.family(other))) {
            features.put(voice + ":" + other, shifted(most));
        } else if (TaxonomyCode.family(other).equals(TaxonomyCode.family(code))) {
            features.merge(voice + ":rival", shifted(most), Math::max);
        }
        if (isEnd(code) && isEnd(other) && most.likelihood() >= EVEN && most.turn() > last(code)) {
            features.put("later:" + other, 1.0);
        }
    }

    /** How a cancellation ends is told by what was said last. */
    private static boolean isEnd(String code) {
        return TaxonomyCode.family(code).equals(CANCELLATION);
    }

    /** The last turn that rather shows the code than not. */
    private int last(String code) {
        return places.values().stream()
                .flatMap(heard -> heard.getOrDefault(code, List.of()).stream())
                .filter(place -> place.likelihood() >= EVEN)
                .mapToInt(Place::turn)
                .max()
                .orElse(Integer.MAX_VALUE);
    }

    private static List<Place> strongest(List<Place> found) {
        return found.stream().sorted(BY_LIKELIHOOD.reversed()).limit(STRONGEST).toList();
    }

    /** Log-odds from 0 on, so that what is not heard at all counts as the surest no. */
    private static double shifted(Place place) {
        return Weight.SUREST + Weight.logOdds(place.likelihood());
    }
}
