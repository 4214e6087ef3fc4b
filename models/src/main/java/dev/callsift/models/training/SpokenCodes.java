package dev.callsift.models.training;

import dev.callsift.models.training.CategorizerTraining.Trained;
import dev.callsift.models.training.CategorizerTraining.Weighed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What was learned of one speaker's words, and what it says of the utterances it was learned from, each judged by models that had not seen it.
 *
 * @param utterances in the order of the samples
 * @param trained by code
 */
record SpokenCodes(List<TrainingUtterance> utterances, SortedMap<String, Trained> trained) {

    /** For each utterance the likelihood of each code. */
    Map<TrainingUtterance, Map<String, Double>> likelihoods(boolean withMeaning) {
        Map<TrainingUtterance, Map<String, Double>> likelihoods = new HashMap<>();
        for (int i = 0; i < utterances.size(); i++) {
            Map<String, Double> ofUtterance = new HashMap<>();
            int number = i;
            trained.forEach((code, each) ->
                    ofUtterance.put(code, weighed(each, withMeaning).likelihoods()[number]));
            likelihoods.put(utterances.get(i), ofUtterance);
        }
        return likelihoods;
    }

    private static Weighed weighed(Trained trained, boolean withMeaning) {
        return withMeaning ? trained.meant().weighed() : trained.words();
    }
}
