package dev.callsift.models.category;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.ml.model.MaxentModel;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one place where the models' word and the rules' word are put together: the categorizers of a language, and for each code how
 * its categorizer and its rules are weighed. Immutable and safe for use by several threads.
 */
public final class CodeWeigher {

    /** The categorizers: a zip of OpenNLP's model files, {@code <code>.bin}. */
    public static final String CATEGORIZERS = "categorizers.zip";

    /** The weights by code, JSON. */
    public static final String WEIGHTS = "weights.json";

    private static final String FOLDER = "/callsift/language/en/";
    private static final String SUFFIX = ".bin";

    private final UtteranceCategorizer categorizer;
    private final Map<String, Weight> weights;

    CodeWeigher(UtteranceCategorizer categorizer, Map<String, Weight> weights) {
        this.categorizer = categorizer;
        this.weights = new TreeMap<>(weights);
    }

    private static final class English {
        static final CodeWeigher INSTANCE = load();
    }

    /** Trained for English when callsift was built; loaded once for the process. */
    public static CodeWeigher english() {
        return English.INSTANCE;
    }

    public UtteranceCategorizer categorizer() {
        return categorizer;
    }

    /** How a code is weighed; empty for a code that only rules know. */
    public Optional<Weight> weight(String code) {
        return Optional.ofNullable(weights.get(code));
    }

    private static CodeWeigher load() {
        try (InputStream models = open(CATEGORIZERS);
                InputStream weights = open(WEIGHTS)) {
            return new CodeWeigher(
                    categorizer(models),
                    new JsonMapper().readValue(weights, new TypeReference<Map<String, Weight>>() {}));
        } catch (IOException e) {
            throw new IllegalStateException("the language models cannot be read from the class path", e);
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream stream = CodeWeigher.class.getResourceAsStream(FOLDER + name);
        if (stream == null) {
            throw new IOException(FOLDER + name + " is missing; build the module 'models', which trains it");
        }
        return stream;
    }

    private static UtteranceCategorizer categorizer(InputStream file) throws IOException {
        Map<String, MaxentModel> models = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String code = entry.getName().substring(0, entry.getName().length() - SUFFIX.length());
                models.put(code, new DoccatModel(new ByteArrayInputStream(zip.readAllBytes())).getMaxentModel());
            }
        }
        return new UtteranceCategorizer(models);
    }
}
