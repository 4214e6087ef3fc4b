package dev.callsift.pipeline.tagging;

import dev.callsift.models.category.LanguageModels;
import dev.callsift.models.language.Taxonomy;
import dev.callsift.models.language.TaxonomyException;
import dev.callsift.models.language.TaxonomyProblem;
import dev.callsift.pipeline.recording.SettingProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What calls are tagged with ({@code callsift.tagging}).
 *
 * @param taxonomy a deployment's own taxonomy files, laid in order over the one that comes with callsift
 * @param callEncoder whether the call encoder is asked too, where the system can run it
 */
@ConfigurationProperties(prefix = "callsift.tagging", ignoreUnknownFields = false)
public record TaggingSettings(
        @DefaultValue List<Path> taxonomy,
        @DefaultValue("true") boolean callEncoder) {

    private static final String LANGUAGE = "en";

    public TaggingSettings {
        taxonomy = List.copyOf(taxonomy);
    }

    /** Everything that is wrong with these settings; what the files say is checked when they are opened. */
    public List<SettingProblem> problems() {
        return taxonomy.stream()
                .filter(file -> !Files.isRegularFile(file) || !Files.isReadable(file))
                .map(file -> new SettingProblem("callsift.tagging.taxonomy", file, "files that can be read"))
                .toList();
    }

    /** The language models to tag with. */
    public LanguageModels models() {
        return callEncoder ? LanguageModels.english() : LanguageModels.englishWordsOnly();
    }

    /**
     * Opens the taxonomy; one with files of a deployment's own is held to its examples, which those who built callsift did for
     * the other.
     *
     * @throws TaxonomyException with every problem found, each with file and line (fate: stop)
     */
    public Taxonomy open() {
        Taxonomy opened = Taxonomy.load(LANGUAGE, taxonomy);
        List<TaxonomyProblem> wrong = taxonomy.isEmpty() ? List.of() : ExampleCheck.run(opened);
        if (!wrong.isEmpty()) {
            throw new TaxonomyException(wrong);
        }
        return opened;
    }
}
