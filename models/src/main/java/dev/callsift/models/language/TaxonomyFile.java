package dev.callsift.models.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** What the files say, merged: a later file's phrases, codes and rules replace the earlier's of the same name. */
final class TaxonomyFile {

    private final TaxonomyProblems problems;
    private final Map<String, List<Text>> phrases = new LinkedHashMap<>();
    private final Map<String, List<Text>> morePhrases = new LinkedHashMap<>();
    private final Map<String, List<String>> spellings = new LinkedHashMap<>();
    private final Set<String> fillers = new LinkedHashSet<>();
    private final Set<String> soft = new LinkedHashSet<>();
    private final Map<String, RawCode> codes = new LinkedHashMap<>();
    private String version = "";

    TaxonomyFile(TaxonomyProblems problems) {
        this.problems = problems;
    }

    /** Reads the file that comes with callsift. */
    void readBase(String file, String content) {
        root(file, content).ifPresent(section -> {
            try (section) {
                section.required("taxonomy");
                version = section.required("version").value();
                readContent(section);
            }
        });
    }

    /** Reads a deployment's own file, which overrides and extends. */
    void readOverride(String file, String content, String language) {
        root(file, content).ifPresent(section -> {
            try (section) {
                Text base = section.required("extends");
                if (!base.value().isEmpty() && !base.value().equals(language)) {
                    problems.add(base.where(), "extends '" + base.value() + "', but '" + language + "' is in use");
                }
                readContent(section);
            }
        });
    }

    private Optional<Section> root(String file, String content) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(file)
                    .setAllowDuplicateKeys(true)
                    .build();
            Optional<Node> node = new Compose(settings).composeString(content);
            if (node.orElse(null) instanceof MappingNode mapping) {
                return Optional.of(new Section(file, mapping, problems));
            }
            problems.add(new SourceLine(file, 1), "holds no taxonomy; begin with 'extends: en'");
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            problems.add(new SourceLine(file, line), "is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            problems.add(new SourceLine(file, 1), "is not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private void readContent(Section section) {
        section.texts("fillers").forEach(text -> fillers.add(text.value()));
        section.texts("soft").forEach(text -> soft.add(text.value()));
        section.section("spellings").ifPresent(this::readSpellings);
        section.section("phrases").ifPresent(found -> readPhrases(found, false));
        section.section("more-phrases").ifPresent(found -> readPhrases(found, true));
        section.sections("codes").forEach(this::readCode);
    }

    private void readSpellings(Section section) {
        for (String right : List.copyOf(section.keys())) {
            section.texts(right).forEach(wrong -> spellings.put(wrong.value(), List.of(right.split(" "))));
        }
    }

    private void readPhrases(Section section, boolean more) {
        for (String name : List.copyOf(section.keys())) {
            List<Text> options = section.texts(name);
            if (more) {
                morePhrases.computeIfAbsent(name, key -> new ArrayList<>()).addAll(options);
            } else {
                phrases.put(name, options);
            }
        }
    }

    private void readCode(Section section) {
        RawCode code = RawCode.read(section, problems);
        codes.merge(code.code().value(), code, RawCode::with);
    }

    String version() {
        return version;
    }

    /** Every phrase with what later files add to it. */
    Map<String, List<Text>> phrases() {
        Map<String, List<Text>> all = new LinkedHashMap<>(phrases);
        morePhrases.forEach((name, more) -> all.merge(name, more, (base, added) -> {
            List<Text> both = new ArrayList<>(base);
            both.addAll(added);
            return both;
        }));
        return all;
    }

    List<RawCode> codes() {
        return List.copyOf(codes.values());
    }

    Tokenizer tokenizer() {
        return new Tokenizer(spellings, fillers, soft);
    }
}
