package dev.callsift.models.training;

import dev.callsift.models.category.CallScores;
import dev.callsift.models.training.CallTraining.Call;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The calls from which is learned what single turns are worth for a call, as they are heard by models that had not seen their turns. */
final class DialogueCalls {

    private final List<TrainingDialogue> dialogues;
    private final Map<TrainingUtterance, Map<String, Double>> words = new HashMap<>();
    private final Map<TrainingUtterance, Map<String, Double>> meanings = new HashMap<>();
    private final HeldOutReadings readings;

    DialogueCalls(List<TrainingDialogue> dialogues, HeldOutReadings readings) {
        this.dialogues = List.copyOf(dialogues);
        this.readings = readings;
    }

    /**
     * What is heard of one speaker.
     *
     * @param byWords the likelihood of each code in each utterance, by words and rules
     * @param withMeaning the same together with what the encoder says, of the utterances that it had not seen
     */
    void add(
            Map<TrainingUtterance, Map<String, Double>> byWords,
            Map<TrainingUtterance, Map<String, Double>> withMeaning) {
        words.putAll(byWords);
        meanings.putAll(withMeaning);
    }

    /** How many dialogues show a code. */
    long showing(String code) {
        return dialogues.stream()
                .filter(dialogue -> dialogue.codes().contains(code))
                .count();
    }

    /** All calls, by words and rules. */
    List<Call> byWords() {
        return dialogues.stream().map(dialogue -> call(dialogue, words)).toList();
    }

    /** The calls that the encoder had not seen, by all together. */
    List<Call> withMeaning() {
        return dialogues.stream()
                .flatMap(dialogue -> readings.call(dialogue).stream().map(whole -> {
                    Call call = call(dialogue, meanings);
                    call.scores().addWhole(whole);
                    return call;
                }))
                .toList();
    }

    private static Call call(TrainingDialogue dialogue, Map<TrainingUtterance, Map<String, Double>> likelihoods) {
        CallScores scores = new CallScores();
        dialogue.turns().forEach(turn -> scores.add(turn.speaker(), likelihoods.getOrDefault(turn, Map.of())));
        return new Call(scores, dialogue.codes());
    }

    /** Of each utterance of both speakers the likelihood of each code, by all together where the encoder had not seen it. */
    Map<TrainingUtterance, Map<String, Double>> likelihoods() {
        Map<TrainingUtterance, Map<String, Double>> likelihoods = new HashMap<>(words);
        likelihoods.putAll(meanings);
        return likelihoods;
    }
}
