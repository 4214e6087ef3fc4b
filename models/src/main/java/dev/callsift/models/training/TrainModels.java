package dev.callsift.models.training;

import dev.callsift.models.category.CallWeigher;
import dev.callsift.models.category.CodeWeigher;
import dev.callsift.models.category.UtteranceFeatures;
import dev.callsift.models.change.ChangeModel;
import dev.callsift.models.change.NamedValues;
import dev.callsift.models.entity.EntityFinder;
import dev.callsift.models.entity.EntityType;
import dev.callsift.models.language.RuleFinder;
import dev.callsift.models.language.RuleSpeaker;
import dev.callsift.models.language.Taxonomy;
import dev.callsift.models.language.TaxonomyCode;
import dev.callsift.models.training.CallTraining.Fitted;
import dev.callsift.models.training.CategorizerTraining.Trained;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.FeatureGenerator;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Trains the language models of English. The build calls it; what was trained from the same sources is not trained again. */
public final class TrainModels {

    /** With fewer examples than that a code is found by its rules alone. */
    private static final long FEWEST = 30;

    /** In calls, utterances that show nothing are several times as frequent as in the training text. */
    private static final double OTHERS = 4;

    private static final String SUFFIX = ".bin";
    private static final String ANSWER = "signal.agent-";

    private final Taxonomy taxonomy = Taxonomy.english();
    private final Path target;

    private TrainModels(Path target) {
        this.target = target;
    }

    /** @param args the folders of the training text, of the encoder, to write the models to, and of the compiled classes */
    public static void main(String[] args) throws IOException {
        Path text = Path.of(args[0]);
        Path encoder = Path.of(args[1]);
        Path target = Path.of(args[2]);
        TrainingSources sources = TrainingSources.of(List.of(text, HeldOutReadings.file(encoder), Path.of(args[3])));
        if (sources.isTrained(target)) {
            System.out.println("the language models are up to date");
            return;
        }
        Files.createDirectories(target);
        new TrainModels(target).train(text, encoder);
        sources.markTrained(target);
    }

    private void train(Path folder, Path encoder) throws IOException {
        TrainingText text = TrainingText.read(folder, codes(), EntityType.labels());
        HeldOutReadings readings = HeldOutReadings.read(encoder, text.dialogues());
        System.out.println("training the language models on "
                + text.utterances().size() + " utterances, " + text.dialogues().size() + " calls with both speakers");
        DialogueCalls dialogues = new DialogueCalls(text.dialogues(), readings);
        Set<String> codes = new TreeSet<>();
        for (RuleSpeaker speaker : List.of(RuleSpeaker.CUSTOMER, RuleSpeaker.AGENT)) {
            SpokenCodes spoken = trainCategorizers(text.utterances(), speaker);
            MeaningTraining meaning = weighMeanings(spoken, speaker, readings);
            dialogues.add(spoken.likelihoods(), meaning.likelihoods());
            codes.addAll(spoken.trained().keySet());
        }
        trainCalls(dialogues, ofCalls(codes, dialogues));
        trainChanges(new ChangeTraining(
                text.dialogues(),
                codes().stream().filter(NamedValues::isChange).toList(),
                dialogues.likelihoods(),
                readings));
        trainEntities(text.utterances().stream()
                .filter(each -> each.speaker() == RuleSpeaker.CUSTOMER || each.ofDialogue())
                .toList());
    }

    private SpokenCodes trainCategorizers(List<TrainingUtterance> all, RuleSpeaker speaker) throws IOException {
        List<TrainingUtterance> utterances =
                all.stream().filter(each -> each.speaker() == speaker).toList();
        List<Sample> samples = samples(utterances);
        CategorizerTraining training = new CategorizerTraining(samples);
        SortedMap<String, Trained> trained = new TreeMap<>(codes().parallelStream()
                .filter(code -> training.examples(code) >= FEWEST)
                .collect(Collectors.toMap(code -> code, code -> training.train(code, others(code)))));
        Files.write(target.resolve(CodeWeigher.categorizersFile(speaker)), ReproducibleModel.zip(models(trained)));
        Files.write(target.resolve(CodeWeigher.weightsFile(speaker, false)), json(values(trained, Trained::weight)));
        System.out.print(HeldOut.table(name(speaker) + ", held out", values(trained, Trained::heldOut)));
        return new SpokenCodes(utterances, samples, trained);
    }

    private MeaningTraining weighMeanings(SpokenCodes spoken, RuleSpeaker speaker, HeldOutReadings readings)
            throws IOException {
        MeaningTraining training = new MeaningTraining(spoken, readings);
        Files.write(target.resolve(CodeWeigher.weightsFile(speaker, true)), json(training.weights()));
        System.out.print(HeldOut.table(name(speaker) + ", with meaning", training.heldOut()));
        return training;
    }

    private static String name(RuleSpeaker speaker) {
        return speaker.name().toLowerCase(Locale.ROOT);
    }

    private static <V, R> SortedMap<String, R> values(SortedMap<String, V> map, Function<V, R> value) {
        SortedMap<String, R> values = new TreeMap<>();
        map.forEach((code, each) -> values.put(code, value.apply(each)));
        return values;
    }

    /** An agent's answer is that of a turn, to the request before it. Of a code that few calls show, a threshold would be chance. */
    private static List<String> ofCalls(Set<String> codes, DialogueCalls dialogues) {
        return codes.stream()
                .filter(code -> !code.startsWith(ANSWER) && dialogues.showing(code) >= FEWEST)
                .toList();
    }

    private void trainCalls(DialogueCalls dialogues, List<String> codes) throws IOException {
        trainCalls(
                new CallTraining(dialogues.byWords()),
                codes.stream().map(List::of).toList(),
                false);
        trainCalls(new CallTraining(dialogues.withMeaning()), MeaningTraining.families(codes), true);
    }

    /** @param codes those in one list are weighed alike */
    private void trainCalls(CallTraining training, Collection<List<String>> codes, boolean withMeaning)
            throws IOException {
        SortedMap<String, Fitted> fitted = new TreeMap<>(codes.parallelStream()
                .flatMap(each -> training.fit(each).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        Files.write(target.resolve(CallWeigher.file(withMeaning)), json(values(fitted, Fitted::weight)));
        System.out.print(HeldOut.table(
                withMeaning ? "calls, with meaning" : "calls, held out", values(fitted, Fitted::heldOut)));
    }

    private void trainChanges(ChangeTraining training) throws IOException {
        ChangeTraining.Trained trained = training.train();
        Files.write(target.resolve(ChangeModel.FILE), json(trained.weights()));
        System.out.print(trained.heldOut());
    }

    private List<Sample> samples(List<TrainingUtterance> utterances) {
        RuleFinder rules = new RuleFinder(taxonomy);
        return utterances.parallelStream()
                .map(utterance -> Sample.of(utterance, taxonomy.tokenizer(), rules))
                .toList();
    }

    /** A code that is looked for only where another was found meets fewer utterances that show nothing. */
    private double others(String code) {
        boolean needsAnother =
                taxonomy.find(code).filter(each -> !each.needs().isEmpty()).isPresent();
        return needsAnother ? 2 : OTHERS;
    }

    private static SortedMap<String, byte[]> models(SortedMap<String, Trained> trained) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Map.Entry<String, Trained> each : trained.entrySet()) {
            var features = new DoccatFactory(new FeatureGenerator[] {new UtteranceFeatures()});
            files.put(
                    each.getKey() + SUFFIX,
                    ReproducibleModel.bytes(
                            new DoccatModel("eng", each.getValue().model(), Map.of(), features)));
        }
        return files;
    }

    private void trainEntities(List<TrainingUtterance> utterances) throws IOException {
        EntityTraining.Trained trained = new EntityTraining(utterances).trainAndJudge();
        Files.write(target.resolve(EntityFinder.MODEL), ReproducibleModel.bytes(trained.model()));
        EntityFigures figures = trained.heldOut();
        Files.write(target.resolve(EntityFinder.FIGURES), json(figures.card()));
        System.out.print(figures.table());
    }

    private static byte[] json(Object value) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsBytes(value);
    }

    private Set<String> codes() {
        return codes(taxonomy);
    }

    /** Everything that an utterance can show. */
    static Set<String> codes(Taxonomy taxonomy) {
        return taxonomy.codesAndSignals().stream()
                .map(TaxonomyCode::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
