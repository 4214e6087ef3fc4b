package dev.callsift.models.training;

import dev.callsift.models.category.CodeWeigher;
import dev.callsift.models.category.UtteranceFeatures;
import dev.callsift.models.category.Weight;
import dev.callsift.models.language.RuleFinder;
import dev.callsift.models.language.Taxonomy;
import dev.callsift.models.language.TaxonomyCode;
import dev.callsift.models.training.CategorizerTraining.Trained;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
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

    private static final Set<String> ENTITIES = Set.of(
            "order-number",
            "size",
            "colour",
            "quantity",
            "product",
            "address",
            "postal-code",
            "phone",
            "email",
            "date",
            "time-window",
            "amount",
            "payment-method",
            "courier",
            "person");

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
        List<TrainingUtterance> utterances = TrainingText.read(text, codes(), ENTITIES);
        System.out.println("training the language models on " + utterances.size() + " utterances");
        trainCategorizers(utterances);
    }

    private void trainCategorizers(List<TrainingUtterance> utterances) throws IOException {
        var rules = new RuleFinder(taxonomy);
        List<Sample> samples = utterances.stream()
                .map(utterance -> Sample.of(utterance, taxonomy.tokenizer(), rules))
                .toList();
        CategorizerTraining training = new CategorizerTraining(samples);
        SortedMap<String, Trained> trained = new TreeMap<>(codes().parallelStream()
                .filter(code -> samples.stream()
                                .filter(sample -> sample.codes().contains(code))
                                .count()
                        >= FEWEST)
                .collect(Collectors.toMap(code -> code, training::train)));
        Files.write(target.resolve(CodeWeigher.CATEGORIZERS), ReproducibleModel.zip(models(trained)));
        Files.write(target.resolve(CodeWeigher.WEIGHTS), weights(trained));
        System.out.print(HeldOut.table(trained));
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

    private static byte[] weights(SortedMap<String, Trained> trained) {
        SortedMap<String, Weight> weights = new TreeMap<>();
        trained.forEach((code, each) -> weights.put(code, each.weight()));
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsBytes(weights);
    }

    private Set<String> codes() {
        return taxonomy.codesAndSignals().stream()
                .map(TaxonomyCode::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
