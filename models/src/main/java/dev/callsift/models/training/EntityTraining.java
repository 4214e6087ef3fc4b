package dev.callsift.models.training;

import dev.callsift.models.entity.EntityFinder;
import dev.callsift.models.entity.EntityFinderFactory;
import dev.callsift.models.training.TrainingUtterance.EntityMark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import opennlp.tools.ml.AbstractEventTrainer;
import opennlp.tools.ml.BeamSearch;
import opennlp.tools.ml.perceptron.PerceptronTrainer;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;

/**
 * Trains the name finder, an averaged perceptron for all types of entities, and counts how well it finds, together with the
 * lexicon, what is marked in text that it was not trained on: the text is dealt to {@value #FOLDS} hands, and each hand is judged
 * by a model trained on the others.
 */
final class EntityTraining {

    private static final long SEED = 1;
    private static final int FOLDS = 2;
    private static final int CUTOFF = 1;
    private static final int COMMON = 4;
    private static final int ITERATIONS = 9;

    private final List<TrainingUtterance> utterances;

    EntityTraining(List<TrainingUtterance> utterances) {
        this.utterances = utterances;
    }

    /**
     * @param heldOut exact spans only: a part of a name is a miss and a mistake
     */
    record Trained(TokenNameFinderModel model, EntityFigures heldOut) {}

    TokenNameFinderModel train() {
        return train(i -> true);
    }

    /** The model of all text is the longest to train, so it is trained beside those that judge it. */
    Trained trainAndJudge() {
        CompletableFuture<TokenNameFinderModel> model = CompletableFuture.supplyAsync(this::train);
        EntityFigures heldOut =
                IntStream.range(0, FOLDS).mapToObj(this::heldOut).reduce(new EntityFigures(), EntityFigures::plus);
        return new Trained(model.join(), heldOut);
    }

    private EntityFigures heldOut(int fold) {
        EntityFinder finder = new EntityFinder(train(i -> i % FOLDS != fold));
        EntityFigures figures = new EntityFigures();
        for (int i = fold; i < utterances.size(); i += FOLDS) {
            TrainingUtterance utterance = utterances.get(i);
            figures.add(
                    joined(utterance.entities()), finder.find(utterance.words(), utterance.before(), Optional.empty()));
        }
        return figures;
    }

    private TokenNameFinderModel train(IntPredicate chosen) {
        List<NameSample> samples = IntStream.range(0, utterances.size())
                .filter(chosen)
                .mapToObj(utterances::get)
                .map(EntityTraining::sample)
                .collect(Collectors.toCollection(ArrayList::new));
        // the text is sorted by subject, and a perceptron remembers what it saw last
        Collections.shuffle(samples, new Random(SEED));
        try {
            var factory = new EntityFinderFactory(commonWords(samples));
            return NameFinderME.train(
                    "eng", null, ObjectStreamUtils.createObjectStream(samples), parameters(), factory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NameSample sample(TrainingUtterance utterance) {
        Span[] names = joined(utterance.entities()).stream()
                .map(mark -> new Span(mark.from() + 1, mark.to() + 1, mark.type()))
                .toArray(Span[]::new);
        return new NameSample(EntityFinder.tokens(utterance.words(), utterance.before()), names, false);
    }

    /** With what is marked in parts though it is one name ("[flat four](address) [lake view](address)") as one. */
    static List<EntityMark> joined(List<EntityMark> marks) {
        List<EntityMark> joined = new ArrayList<>();
        for (EntityMark mark : marks) {
            boolean part = !joined.isEmpty()
                    && joined.getLast().to() == mark.from()
                    && joined.getLast().type().equals(mark.type())
                    && EntityFinder.isNeverTwice(mark.type());
            joined.add(part ? mark.after(joined.removeLast()) : mark);
        }
        return joined;
    }

    /** What is rarer in the text than {@value #COMMON} utterances is more often a name. */
    private static Set<String> commonWords(List<NameSample> samples) {
        Map<String, Long> counts = samples.stream()
                .flatMap(sample -> Stream.of(sample.getSentence()).skip(1).distinct())
                .collect(Collectors.groupingBy(word -> word, Collectors.counting()));
        counts.values().removeIf(count -> count < COMMON);
        return counts.keySet();
    }

    private static TrainingParameters parameters() {
        TrainingParameters parameters = new TrainingParameters();
        parameters.put(TrainingParameters.ALGORITHM_PARAM, PerceptronTrainer.PERCEPTRON_VALUE);
        parameters.put(AbstractEventTrainer.DATA_INDEXER_PARAM, AbstractEventTrainer.DATA_INDEXER_ONE_PASS_VALUE);
        parameters.put(TrainingParameters.CUTOFF_PARAM, CUTOFF);
        parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
        // more than one is slower and finds the same
        parameters.put(BeamSearch.BEAM_SIZE_PARAMETER, 1);
        return parameters;
    }
}
