package dev.callsift.models.training;

import dev.callsift.models.category.CallScores;
import dev.callsift.models.training.CallTraining.Call;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The calls from which is learned what single turns are worth for a call. */
final class DialogueCalls {

    private final TrainingText text;
    private final SpokenCodes customer;
    private final SpokenCodes agent;

    DialogueCalls(TrainingText text, SpokenCodes customer, SpokenCodes agent) {
        this.text = text;
        this.customer = customer;
        this.agent = agent;
    }

    /** How many dialogues show a code. */
    long showing(String code) {
        return text.dialogues().stream()
                .filter(dialogue -> dialogue.codes().contains(code))
                .count();
    }

    /** All calls, as they are heard by models that had not seen their turns. */
    List<Call> heard(boolean withMeaning) {
        Map<TrainingUtterance, Map<String, Double>> likelihoods = likelihoods(withMeaning);
        return text.dialogues().stream()
                .map(dialogue -> call(dialogue, likelihoods))
                .toList();
    }

    /** Of each utterance of both speakers the likelihood of each code, by models that had not seen it. */
    Map<TrainingUtterance, Map<String, Double>> likelihoods(boolean withMeaning) {
        Map<TrainingUtterance, Map<String, Double>> likelihoods = new HashMap<>(customer.likelihoods(withMeaning));
        likelihoods.putAll(agent.likelihoods(withMeaning));
        return likelihoods;
    }

    private static Call call(TrainingDialogue dialogue, Map<TrainingUtterance, Map<String, Double>> likelihoods) {
        CallScores scores = new CallScores();
        dialogue.turns().forEach(turn -> scores.add(turn.speaker(), likelihoods.getOrDefault(turn, Map.of())));
        return new Call(scores, dialogue.codes());
    }
}
