package dev.callsift.models.training;

import dev.callsift.models.category.UtteranceCategorizer;
import dev.callsift.models.language.RuleFinder;
import dev.callsift.models.language.RuleFinder.Match;
import dev.callsift.models.language.RuleSpeaker;
import dev.callsift.models.language.Token;
import dev.callsift.models.language.Tokenizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An utterance as models and rules see it.
 *
 * @param codes that hold
 * @param features what a categorizer sees
 * @param strengths of the strongest rule that matches, by code; a code without a match is absent
 * @param vetoed codes of which a rule would match but for an exception, and none does without
 * @param ofWholeCall whether the utterances around it are samples too
 * @param ofDialogue whether it is of a call with the words of both speakers
 * @param group what is held out together: utterances of one call help each other to be recognized
 */
record Sample(
        Set<String> codes,
        List<String> features,
        Map<String, Double> strengths,
        Set<String> vetoed,
        boolean ofWholeCall,
        boolean ofDialogue,
        int group) {

    static Sample of(TrainingUtterance utterance, Tokenizer tokenizer, RuleFinder rules) {
        List<Token> tokens = tokenizer.tokens(utterance.words());
        List<Token> before = tokenizer.tokens(utterance.before());
        Map<String, Double> strengths = new HashMap<>();
        Set<String> vetoed = new HashSet<>();
        for (Match match : rules.find(
                tokens, speaker -> speaker == RuleSpeaker.ANY || speaker == utterance.speaker(), span -> before)) {
            if (match.vetoed()) {
                vetoed.add(match.code().code());
            } else {
                strengths.merge(match.code().code(), match.rule().strength(), Math::max);
            }
        }
        vetoed.removeAll(strengths.keySet());
        return new Sample(
                utterance.codes(),
                UtteranceCategorizer.features(texts(tokens), texts(before)),
                strengths,
                vetoed,
                utterance.ofWholeCall(),
                utterance.ofDialogue(),
                utterance.group());
    }

    private static List<String> texts(List<Token> tokens) {
        return tokens.stream().map(Token::text).toList();
    }

    double strength(String code) {
        return strengths.getOrDefault(code, 0.0);
    }
}
