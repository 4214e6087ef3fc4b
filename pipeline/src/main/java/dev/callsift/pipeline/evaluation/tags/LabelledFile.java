package dev.callsift.pipeline.evaluation.tags;

import dev.callsift.models.language.Taxonomy;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads labelled texts and calls from JSON Lines in UTF-8; blank lines are skipped. */
final class LabelledFile {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;
    private final LabelReader labels;
    private final List<EvaluationCase> cases = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private LabelledFile(Path file, Taxonomy taxonomy) {
        this.file = file;
        this.labels = new LabelReader(taxonomy);
    }

    /**
     * @return at least one case
     * @throws UnreadableLabelsException with every line that cannot be judged by
     */
    static List<EvaluationCase> read(Path file, Taxonomy taxonomy) {
        LabelledFile reading = new LabelledFile(file, taxonomy);
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = i == 0 && lines.getFirst().startsWith(BYTE_ORDER_MARK)
                    ? lines.getFirst().substring(1)
                    : lines.get(i);
            if (!line.isBlank()) {
                reading.add(line, i + 1);
            }
        }
        return reading.cases();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new UnreadableLabelsException(file + ": no such file; give a file of labelled lines", e);
        } catch (CharacterCodingException e) {
            throw new UnreadableLabelsException(file + ": is not text in UTF-8; convert it", e);
        } catch (IOException e) {
            throw new UnreadableLabelsException(
                    file + ": cannot be read (" + e.getMessage() + "); give a file of labelled lines", e);
        }
    }

    private void add(String line, int number) {
        String where = file + ":" + number;
        try {
            cases.add(labels.read(JSON.readTree(line), where));
        } catch (JacksonException e) {
            problems.add(where + ": is not JSON: " + e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            problems.add(where + ": " + e.getMessage());
        }
    }

    private List<EvaluationCase> cases() {
        if (cases.isEmpty() && problems.isEmpty()) {
            problems.add(file + ": holds no labelled line");
        }
        if (!problems.isEmpty()) {
            throw new UnreadableLabelsException(problems);
        }
        return cases;
    }
}
