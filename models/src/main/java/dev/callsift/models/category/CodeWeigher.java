package dev.callsift.models.category;

import dev.callsift.models.language.RuleSpeaker;
import dev.callsift.models.meaning.MeaningModel;
import dev.callsift.models.meaning.SentenceEncoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import opennlp.tools.doccat.DoccatModel;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one place where the models' word and the rules' word are put together: for what one speaker says, the categorizers of a
 * language, and for each code how its categorizer and its rules are weighed. Immutable and safe for use by several threads.
 */
public final class CodeWeigher {

    private static final String SUFFIX = ".bin";

    private final UtteranceCategorizer categorizer;
    private final Map<String, Weight> weights;

    private final @Nullable Meaning meaning;

    private CodeWeigher(UtteranceCategorizer categorizer, Map<String, Weight> weights, @Nullable Meaning meaning) {
        this.categorizer = categorizer;
        this.weights = new TreeMap<>(weights);
        this.meaning = meaning;
    }

    private record Meaning(SentenceEncoder encoder, MeaningModel model) {

        Map<String, Double> probabilities(List<String> words, List<String> before) {
            return model.probabilities(encoder.encode(words, before));
        }
    }

    /** The name of the file of a speaker's categorizers: a zip of OpenNLP's model files, {@code <code>.bin}. */
    public static String categorizersFile(RuleSpeaker speaker) {
        return "categorizers-" + LanguageFiles.name(speaker) + ".zip";
    }

    /** The name of the file of a speaker's weights without a model of meanings: JSON, by code. */
    public static String weightsFile(RuleSpeaker speaker) {
        return "weights-" + LanguageFiles.name(speaker) + ".json";
    }

    /** The name of the file of a speaker's weights together with the model of meanings: JSON, by code. */
    public static String meaningWeightsFile(RuleSpeaker speaker) {
        return "weights-" + LanguageFiles.name(speaker) + "-with-meaning.json";
    }

    /** The name of the file of a speaker's {@link MeaningModel}. */
    public static String meaningFile(RuleSpeaker speaker) {
        return "meaning-" + LanguageFiles.name(speaker) + ".bin";
    }

    /** What tells codes by words and rules alone. */
    static CodeWeigher load(RuleSpeaker speaker) throws IOException {
        try (InputStream models = LanguageFiles.open(categorizersFile(speaker))) {
            return new CodeWeigher(categorizer(models), weights(weightsFile(speaker)), null);
        }
    }

    /** The same, with what utterances mean. */
    CodeWeigher withMeaning(RuleSpeaker speaker, SentenceEncoder encoder) throws IOException {
        try (InputStream model = LanguageFiles.open(meaningFile(speaker))) {
            return new CodeWeigher(
                    categorizer, weights(meaningWeightsFile(speaker)), new Meaning(encoder, MeaningModel.read(model)));
        }
    }

    private static Map<String, Weight> weights(String name) throws IOException {
        try (InputStream weights = LanguageFiles.open(name)) {
            return new JsonMapper().readValue(weights, new TypeReference<Map<String, Weight>>() {});
        }
    }

    private static UtteranceCategorizer categorizer(InputStream file) throws IOException {
        List<String> codes = new ArrayList<>();
        WeightTable.Builder weights = new WeightTable.Builder();
        try (ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                codes.add(entry.getName().substring(0, entry.getName().length() - SUFFIX.length()));
                weights.add(new DoccatModel(new ByteArrayInputStream(zip.readAllBytes())).getMaxentModel());
            }
        }
        return new UtteranceCategorizer(codes, weights.build());
    }

    public UtteranceCategorizer categorizer() {
        return categorizer;
    }

    /**
     * The likelihood of each code by what an utterance means; empty when meanings are not asked for, as of agents.
     *
     * @param words the speaker's, as the taxonomy's tokenizer gives them
     * @param before the other's words before them, likewise
     */
    public Map<String, Double> meanings(List<String> words, List<String> before) {
        return meaning == null ? Map.of() : meaning.probabilities(words, before);
    }

    /** How a code is weighed; empty for a code that only rules know. */
    public Optional<Weight> weight(String code) {
        return Optional.ofNullable(weights.get(code));
    }
}
