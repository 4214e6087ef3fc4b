package dev.callsift.models.training;

import dev.callsift.models.category.CodeWeigher;
import dev.callsift.models.category.UtteranceFeatures;
import dev.callsift.models.category.Weight;
import dev.callsift.models.entity.EntityFinder;
import dev.callsift.models.entity.EntityType;
import dev.callsift.models.language.RuleFinder;
import dev.callsift.models.language.RuleSpeaker;
import dev.callsift.models.language.Taxonomy;
import dev.callsift.models.language.TaxonomyCode;
import dev.callsift.models.meaning.MeaningModel;
import dev.callsift.models.meaning.SentenceEncoder;
import dev.callsift.models.training.CategorizerTraining.Trained;
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

    private void train(Path text) throws IOException {
        List<TrainingUtterance> utterances = TrainingText.read(text, codes(), entities());
        System.out.println("training the language models on " + utterances.size() + " utterances");
        trainCategorizers(utterances, RuleSpeaker.CUSTOMER);
        trainCategorizers(utterances, RuleSpeaker.AGENT);
        trainEntities(utterances.stream()
                .filter(utterance -> utterance.speaker() == RuleSpeaker.CUSTOMER)
                .toList());
    }

    private void trainCategorizers(List<TrainingUtterance> utterances, RuleSpeaker speaker) throws IOException {
        CategorizerTraining training = new CategorizerTraining(samples(utterances, speaker));
        SortedMap<String, Trained> trained = new TreeMap<>(codes().parallelStream()
                .filter(code -> training.examples(code) >= FEWEST)
                .collect(Collectors.toMap(code -> code, code -> training.train(code, others(code)))));
        Files.write(target.resolve(CodeWeigher.categorizersFile(speaker)), ReproducibleModel.zip(models(trained)));
        Files.write(target.resolve(CodeWeigher.weightsFile(speaker)), weights(trained, Trained::weight));
        String name = speaker.name().toLowerCase(Locale.ROOT);
        System.out.print(HeldOut.table(name + ", held out", trained, Trained::heldOut));
        Optional<MeaningModel> meanings = training.meaningModel(trained);
        if (meanings.isPresent()) {
            write(meanings.get(), target.resolve(CodeWeigher.meaningFile(speaker)));
            Files.write(target.resolve(CodeWeigher.meaningWeightsFile(speaker)), weights(trained, each -> each.meant()
                    .weight()));
            System.out.print(HeldOut.table(
                    name + ", with meaning", trained, each -> each.meant().heldOut()));
        }
    }

    private static void write(MeaningModel model, Path file) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file)) {
            model.write(stream);
        }
    }

    private List<Sample> samples(List<TrainingUtterance> utterances, RuleSpeaker speaker) {
        RuleFinder rules = new RuleFinder(taxonomy);
        Optional<SentenceEncoder> encoder = encoder(speaker);
        return utterances.parallelStream()
                .filter(utterance -> utterance.speaker() == speaker)
                .map(utterance -> Sample.of(utterance, taxonomy.tokenizer(), rules, encoder))
                .toList();
    }

    /** Agents ask and confirm in much the same words; what customers tell, they tell each in their own. */
    private static Optional<SentenceEncoder> encoder(RuleSpeaker speaker) {
        return speaker == RuleSpeaker.CUSTOMER ? SentenceEncoder.english() : Optional.empty();
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

    private static byte[] weights(SortedMap<String, Trained> trained, Function<Trained, Weight> weight) {
        SortedMap<String, Weight> weights = new TreeMap<>();
        trained.forEach((code, each) -> weights.put(code, weight.apply(each)));
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
