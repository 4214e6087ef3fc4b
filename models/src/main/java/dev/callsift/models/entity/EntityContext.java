package dev.callsift.models.entity;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import opennlp.tools.namefind.NameContextGenerator;
import opennlp.tools.util.featuregen.AdaptiveFeatureGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What the trained finder sees of a word: {@link WordFeatures}, and what the words before it were taken for. The first token is no
 * word but the other speaker's words before, see {@link #tokens}. For use by one thread: it remembers the utterance in hand, since
 * the search looks at each word several times.
 */
final class EntityContext implements NameContextGenerator {

    private static final String NOTHING = "other";
    private static final int OUTCOME_FEATURES = 6;

    private String @Nullable [] current;
    private String[][] features = {};
    private final Set<String> common;
    private WordFeatures words;

    /** @param common words that are no news */
    EntityContext(Set<String> common) {
        this.common = common;
        words = new WordFeatures(List.of(), List.of(), common);
    }

    /** An utterance as OpenNLP gets it: what was said before it, as one token, and its words. */
    static String[] tokens(List<String> before, List<String> words) {
        String[] tokens = new String[words.size() + 1];
        tokens[0] = String.join(" ", before);
        for (int i = 0; i < words.size(); i++) {
            tokens[i + 1] = words.get(i);
        }
        return tokens;
    }

    @Override
    public String[] getContext(int index, String[] tokens, String[] outcomes, Object @Nullable [] additionalContext) {
        if (tokens != current) {
            remember(tokens);
        }
        if (index == 0) {
            return new String[] {"before"};
        }
        String last = index > 1 ? outcomes[index - 1] : NOTHING;
        String lastButOne = index > 2 ? outcomes[index - 2] : NOTHING;
        return withOutcomes(index - 1, last, lastButOne);
    }

    private void remember(String[] tokens) {
        current = tokens;
        List<String> before = tokens[0].isEmpty() ? List.of() : List.of(tokens[0].split(" ", -1));
        words = new WordFeatures(Arrays.asList(tokens).subList(1, tokens.length), before, common);
        features = words.all(OUTCOME_FEATURES);
    }

    private String[] withOutcomes(int word, String last, String lastButOne) {
        String[] context = features[word].clone();
        int at = context.length - OUTCOME_FEATURES;
        context[at] = "p=" + last;
        context[at + 1] = "pp=" + lastButOne + last;
        context[at + 2] = "pw=" + last + words.word(word);
        context[at + 3] = "pk=" + last + words.kind(word);
        context[at + 4] = "pn=" + last + words.word(word + 1);
        context[at + 5] = "pl=" + last + words.listed(word);
        return context;
    }

    @Override
    public void addFeatureGenerator(AdaptiveFeatureGenerator generator) {
        // OpenNLP offers its generator for additional context, which is not used
    }

    @Override
    public void updateAdaptiveData(String[] tokens, String[] outcomes) {
        // utterances are looked at one by one
    }

    @Override
    public void clearAdaptiveData() {
        // nothing is kept from one utterance to the next
    }
}
