package dev.callsift.models.training;

import dev.callsift.models.language.RuleSpeaker;
import dev.callsift.models.training.TrainingUtterance.EntityMark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The text that the language models learn from. A file has a heading line of codes ({@code ## modify.size topic.return-refund},
 * or {@code ## none}) before the utterances they hold for, one a line: the customer's words, before them the agent's and {@code |}
 * where they matter. In files whose name begins with {@value #AGENT} it is the other way round. Entities are marked as
 * {@code [extra large](size)}; lines that begin with {@code # } are comments. Files whose name begins with {@value #WHOLE_CALLS}
 * hold calls from beginning to end, so that what shows no code is as frequent as it is in calls.
 */
final class TrainingText {

    private static final String AGENT = "agent";
    private static final String WHOLE_CALLS = "calls-";
    private static final String HEADING = "##";
    private static final String COMMENT = "# ";
    private static final String NO_CODE = "none";
    private static final Pattern PIECE = Pattern.compile("\\[([a-z0-9' ]+)]\\(([a-z-]+)\\)|([a-z0-9']+)|\\s+");

    private final Set<String> knownCodes;
    private final Set<String> knownEntities;
    private final List<TrainingUtterance> utterances = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private TrainingText(Set<String> knownCodes, Set<String> knownEntities) {
        this.knownCodes = knownCodes;
        this.knownEntities = knownEntities;
    }

    /**
     * Reads every {@code .txt} file of a folder, in the order of their names.
     *
     * @throws IllegalArgumentException with all lines that cannot be understood
     */
    static List<TrainingUtterance> read(Path folder, Set<String> codes, Set<String> entities) throws IOException {
        TrainingText text = new TrainingText(codes, entities);
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".txt")).sorted().forEach(text::readFile);
        }
        if (!text.problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), text.problems));
        }
        return List.copyOf(text.utterances);
    }

    private void readFile(Path file) {
        RuleSpeaker speaker =
                file.getFileName().toString().startsWith(AGENT) ? RuleSpeaker.AGENT : RuleSpeaker.CUSTOMER;
        Set<String> codes = Set.of();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            String where = file.getFileName() + ":" + (i + 1);
            if (line.startsWith(HEADING)) {
                codes = codes(line.substring(HEADING.length()).strip(), where);
            } else if (!line.isEmpty() && !line.startsWith(COMMENT)) {
                add(speaker, codes, line, where);
            }
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> codes(String heading, String where) {
        Set<String> codes = new TreeSet<>(List.of(heading.split(" +")));
        codes.remove(NO_CODE);
        codes.stream()
                .filter(code -> !knownCodes.contains(code))
                .forEach(code -> problems.add(where + ": " + code + " is no code of the taxonomy"));
        return codes;
    }

    private void add(RuleSpeaker speaker, Set<String> codes, String line, String where) {
        int bar = line.indexOf('|');
        List<String> words = new ArrayList<>();
        List<EntityMark> entities = new ArrayList<>();
        readPieces(line.substring(bar + 1), words, entities, where);
        List<String> before = new ArrayList<>();
        readPieces(line.substring(0, Math.max(0, bar)), before, new ArrayList<>(), where);
        utterances.add(
                new TrainingUtterance(speaker, codes, before, words, entities, where.startsWith(WHOLE_CALLS), where));
    }

    private void readPieces(String text, List<String> words, List<EntityMark> entities, String where) {
        Matcher piece = PIECE.matcher(text);
        int end = 0;
        while (piece.lookingAt()) {
            if (piece.group(2) != null) {
                int from = words.size();
                words.addAll(List.of(piece.group(1).strip().split(" +")));
                entities.add(mark(piece.group(2), from, words.size(), where));
            } else if (piece.group(3) != null) {
                words.add(piece.group(3));
            }
            end = piece.end();
            piece.region(end, text.length());
        }
        if (end < text.length()) {
            problems.add(where + ": '" + text.substring(end) + "' cannot be read");
        }
    }

    private EntityMark mark(String type, int from, int to, String where) {
        if (!knownEntities.contains(type)) {
            problems.add(where + ": " + type + " is no entity");
        }
        return new EntityMark(type, from, to);
    }
}
