package dev.callsift.models.training;

import dev.callsift.models.category.CallWeigher;
import dev.callsift.models.category.CallWeight;
import dev.callsift.models.category.CodeWeigher;
import dev.callsift.models.category.UtteranceFeatures;
import dev.callsift.models.category.Weight;
import dev.callsift.models.change.ChangeModel;
import dev.callsift.models.change.NamedValues;
import dev.callsift.models.entity.EntityFinder;
import dev.callsift.models.entity.EntityType;
import dev.callsift.models.language.RuleFinder;
import dev.callsift.models.language.RuleSpeaker;
import dev.callsift.models.language.Taxonomy;
import dev.callsift.models.language.TaxonomyCode;
import dev.callsift.models.meaning.MeaningModel;
import dev.callsift.models.meaning.SentenceEncoder;
import dev.callsift.models.training.CallTraining.Fitted;
import dev.callsift.models.training.CategorizerTraining.Trained;
import dev.callsift.models.training.CategorizerTraining.Weighed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** @param args the folder of the training text, the folder to write the models to, and the compiled classes */
    public static void main(String[] args) throws IOException {
        Path text = Path.of(args[0]);
        Path target = Path.of(args[1]);
        TrainingSources sources = TrainingSources.of(List.of(text, Path.of(args[2])));
        if (sources.isTrained(target)) {
            System.out.println("the language models are up to date");
            return;
        }
        Files.createDirectories(target);
        new TrainModels(target).train(text);
        sources.markTrained(target);
    }

    private void train(Path folder) throws IOException {
        TrainingText text = TrainingText.read(folder, codes(), entities());
        System.out.println("training the language models on "
                + text.utterances().size() + " utterances, " + text.dialogues().size() + " calls with both speakers");
        SpokenCodes customer = trainCategorizers(text.utterances(), RuleSpeaker.CUSTOMER);
        SpokenCodes agent = trainCategorizers(text.utterances(), RuleSpeaker.AGENT);
        DialogueCalls dialogues = new DialogueCalls(text, customer, agent);
        trainCalls(dialogues, ofCalls(customer, agent));
        trainChanges(new ChangeTraining(
                text.dialogues(),
                codes().stream().filter(NamedValues::isChange).toList(),
                dialogues.likelihoods(true)));
        trainEntities(text.utterances().stream()
                .filter(each -> each.speaker() == RuleSpeaker.CUSTOMER || each.ofDialogue())
                .toList());
    }

    private SpokenCodes trainCategorizers(List<TrainingUtterance> all, RuleSpeaker speaker) throws IOException {
        List<TrainingUtterance> utterances =
                all.stream().filter(each -> each.speaker() == speaker).toList();
        CategorizerTraining training = new CategorizerTraining(samples(utterances));
        SortedMap<String, Trained> trained = new TreeMap<>(codes().parallelStream()
                .filter(code -> training.examples(code) >= FEWEST)
                .collect(Collectors.toMap(code -> code, code -> training.train(code, others(code)))));
        Files.write(target.resolve(CodeWeigher.categorizersFile(speaker)), ReproducibleModel.zip(models(trained)));
        Files.write(target.resolve(CodeWeigher.weightsFile(speaker)), weights(trained, Trained::words));
        String name = speaker.name().toLowerCase(Locale.ROOT);
        print(name + ", held out", trained, Trained::words);
        Optional<MeaningModel> meanings = training.meaningModel(trained);
        if (meanings.isPresent()) {
            write(meanings.get(), target.resolve(CodeWeigher.meaningFile(speaker)));
            Files.write(target.resolve(CodeWeigher.meaningWeightsFile(speaker)), weights(trained, each -> each.meant()
                    .weighed()));
            print(name + ", with meaning", trained, each -> each.meant().weighed());
        }
        return new SpokenCodes(utterances, trained);
    }

    /** An agent's answer is that of a turn, to the request before it. */
    private static Set<String> ofCalls(SpokenCodes customer, SpokenCodes agent) {
        Set<String> codes = new TreeSet<>(customer.trained().keySet());
        codes.addAll(agent.trained().keySet());
        codes.removeIf(code -> code.startsWith(ANSWER));
        return codes;
    }

    /** Of a code that few calls show, a threshold would be chance. */
    private void trainCalls(DialogueCalls dialogues, Set<String> codes) throws IOException {
        for (boolean withMeaning : new boolean[] {false, true}) {
            CallTraining training = new CallTraining(dialogues.heard(withMeaning));
            SortedMap<String, Fitted> fitted = new TreeMap<>(codes.parallelStream()
                    .filter(code -> dialogues.showing(code) >= FEWEST)
                    .collect(Collectors.toMap(code -> code, training::fit)));
            SortedMap<String, CallWeight> weights = new TreeMap<>();
            fitted.forEach((code, each) -> weights.put(code, each.weight()));
            Files.write(target.resolve(CallWeigher.file(withMeaning)), json(weights));
            SortedMap<String, HeldOut> heldOut = new TreeMap<>();
            fitted.forEach((code, each) -> heldOut.put(code, each.heldOut()));
            System.out.print(HeldOut.table(withMeaning ? "calls, with meaning" : "calls, held out", heldOut));
        }
    }

    private void trainChanges(ChangeTraining training) throws IOException {
        Files.write(target.resolve(ChangeModel.FILE), json(training.weights()));
        System.out.print(training.heldOut());
    }

    private static void print(String title, SortedMap<String, Trained> trained, Function<Trained, Weighed> weighed) {
        SortedMap<String, HeldOut> heldOut = new TreeMap<>();
        trained.forEach((code, each) -> heldOut.put(code, weighed.apply(each).heldOut()));
        System.out.print(HeldOut.table(title, heldOut));
    }

    private static void write(MeaningModel model, Path file) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file)) {
            model.write(stream);
        }
    }

    private List<Sample> samples(List<TrainingUtterance> utterances) {
        RuleFinder rules = new RuleFinder(taxonomy);
        Optional<SentenceEncoder> encoder = SentenceEncoder.english();
        return utterances.parallelStream()
                .map(utterance -> Sample.of(utterance, taxonomy.tokenizer(), rules, encoder))
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

    private static byte[] weights(SortedMap<String, Trained> trained, Function<Trained, Weighed> weighed) {
        SortedMap<String, Weight> weights = new TreeMap<>();
        trained.forEach((code, each) -> weights.put(code, weighed.apply(each).weight()));
        return json(weights);
    }

    private void trainEntities(List<TrainingUtterance> utterances) throws IOException {
        EntityTraining training = new EntityTraining(utterances);
        Files.write(target.resolve(EntityFinder.MODEL), ReproducibleModel.bytes(training.train()));
        EntityFigures figures = training.heldOut();
        Files.write(target.resolve(EntityFinder.FIGURES), json(figures.card()));
        System.out.print(figures.table());
    }

    private static byte[] json(Object value) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsBytes(value);
    }

    private static Set<String> entities() {
        return Stream.of(EntityType.values()).map(EntityType::label).collect(Collectors.toSet());
    }

    private Set<String> codes() {
        return taxonomy.codesAndSignals().stream()
                .map(TaxonomyCode::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
