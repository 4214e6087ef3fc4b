package dev.callsift.models.training;

import dev.callsift.models.training.CategorizerTraining.Trained;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What was learned of one speaker's words, and what it says of the utterances it was learned from, each judged by models that had not seen it.
 *
 * @param utterances of the speaker
 * @param samples the same, as models and rules see them
 * @param trained by code
 */
record SpokenCodes(List<TrainingUtterance> utterances, List<Sample> samples, SortedMap<String, Trained> trained) {

    /** For each utterance the likelihood of each code, by words and rules. */
    Map<TrainingUtterance, Map<String, Double>> likelihoods() {
        Map<TrainingUtterance, Map<String, Double>> likelihoods = new HashMap<>();
        for (int i = 0; i < utterances.size(); i++) {
            Map<String, Double> ofUtterance = new HashMap<>();
            int number = i;
            trained.forEach((code, each) -> ofUtterance.put(code, each.likelihoods()[number]));
            likelihoods.put(utterances.get(i), ofUtterance);
        }
        return likelihoods;
    }
}
