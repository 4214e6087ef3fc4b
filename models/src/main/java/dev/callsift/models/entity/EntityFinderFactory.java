package dev.callsift.models.entity;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import opennlp.tools.dictionary.Dictionary;
import opennlp.tools.namefind.BioCodec;
import opennlp.tools.namefind.NameContextGenerator;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.util.StringList;
import opennlp.tools.util.ext.ExtensionLoader;
import org.jspecify.annotations.Nullable;

/** Tells OpenNLP, at training and when it loads the model, what the finder sees; named in the model's manifest. */
public final class EntityFinderFactory extends TokenNameFinderFactory {

    private static final String COMMON_WORDS = "common-words.dictionary";

    private final @Nullable Dictionary trainedOn;

    /** By OpenNLP, which then gives it what the model holds. */
    public EntityFinderFactory() {
        trainedOn = null;
    }

    /**
     * For training.
     *
     * @param commonWords words that are no news: what is rare in the training text is more often a name. Kept in the model
     */
    public EntityFinderFactory(Set<String> commonWords) {
        this(dictionary(commonWords));
        allow();
    }

    private EntityFinderFactory(Dictionary commonWords) {
        super(new byte[0], Map.of(COMMON_WORDS, commonWords), new BioCodec());
        trainedOn = commonWords;
    }

    private static Dictionary dictionary(Set<String> words) {
        Dictionary dictionary = new Dictionary(true);
        new TreeSet<>(words).forEach(word -> dictionary.put(new StringList(word)));
        return dictionary;
    }

    /** Before a model is made or read: OpenNLP uses only classes of packages that were named to it. */
    static void allow() {
        ExtensionLoader.registerAllowedPackage(EntityFinderFactory.class.getPackageName());
    }

    @Override
    public NameContextGenerator createContextGenerator() {
        Dictionary common = trainedOn == null ? artifactProvider.getArtifact(COMMON_WORDS) : trainedOn;
        return new EntityContext(Set.copyOf(common.asStringSet()));
    }
}
