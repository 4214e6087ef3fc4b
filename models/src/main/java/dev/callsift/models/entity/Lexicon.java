package dev.callsift.models.entity;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** What can be listed of how callers speak, by section; the file {@code lexicon-en.yaml}. Immutable. */
final class Lexicon {

    private static final String FILE = "lexicon-en.yaml";
    private static final String AMBIGUOUS = "ambiguous";
    private static final Lexicon ENGLISH = load();

    private final Map<String, LexiconSection> sections = new HashMap<>();
    private final Map<String, List<String>> ambiguous;

    private Lexicon(Map<String, Map<String, List<String>>> content) {
        content.forEach((name, forms) -> sections.put(name, new LexiconSection(forms)));
        ambiguous = content.getOrDefault(AMBIGUOUS, Map.of());
    }

    static Lexicon english() {
        return ENGLISH;
    }

    /** @throws IllegalArgumentException when there is no such section */
    LexiconSection section(String name) {
        LexiconSection section = sections.get(name);
        if (section == null) {
            throw new IllegalArgumentException(FILE + " has no section '" + name + "'");
        }
        return section;
    }

    /** The forms of a section that mostly say something else. */
    Set<String> ambiguous(String name) {
        return Set.copyOf(ambiguous.getOrDefault(name, List.of()));
    }

    private static Lexicon load() {
        try (InputStream stream = Lexicon.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IOException("it is missing");
            }
            return new Lexicon(
                    new YAMLMapper().readValue(stream, new TypeReference<Map<String, Map<String, List<String>>>>() {}));
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " cannot be read from the class path", e);
        }
    }
}
