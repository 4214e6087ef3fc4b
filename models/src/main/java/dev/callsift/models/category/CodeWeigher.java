package dev.callsift.models.category;

import dev.callsift.models.language.RuleSpeaker;
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

    private CodeWeigher(UtteranceCategorizer categorizer, Map<String, Weight> weights) {
        this.categorizer = categorizer;
        this.weights = new TreeMap<>(weights);
    }

    /** The name of the file of a speaker's categorizers: a zip of OpenNLP's model files, {@code <code>.bin}. */
    public static String categorizersFile(RuleSpeaker speaker) {
        return "categorizers-" + LanguageFiles.name(speaker) + ".zip";
    }

    /** The name of the file of a speaker's weights, without or with what the encoder says: JSON, by code. */
    public static String weightsFile(RuleSpeaker speaker, boolean withMeaning) {
        return "weights-" + LanguageFiles.name(speaker) + (withMeaning ? "-with-meaning.json" : ".json");
    }

    /** What tells codes by words and rules alone. */
    static CodeWeigher load(RuleSpeaker speaker) throws IOException {
        try (InputStream models = LanguageFiles.open(categorizersFile(speaker))) {
            return new CodeWeigher(categorizer(models), weights(weightsFile(speaker, false)));
        }
    }

    /** The same, weighed beside what the encoder says. */
    CodeWeigher withMeaning(RuleSpeaker speaker) throws IOException {
        return new CodeWeigher(categorizer, weights(weightsFile(speaker, true)));
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

    /** How a code is weighed; empty for a code that only rules know. */
    public Optional<Weight> weight(String code) {
        return Optional.ofNullable(weights.get(code));
    }
}
