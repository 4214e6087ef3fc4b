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
 * {@code [extra large](size)}, with {@code >to} or {@code >from} behind the type for what a change leads to and what was before; lines
 * that begin with {@code # } are comments. Files whose name begins with {@value #WHOLE_CALLS} hold calls from beginning to end, so that
 * what shows no code is as frequent as it is in calls.
 *
 * <p>Files whose name begins with {@value #DIALOGUES} hold calls with the words of both: a comment, then a line for each turn, which
 * begins with {@value #AGENTS_TURN} or {@value #CUSTOMERS_TURN} and ends with the codes that it shows ({@code #modify.size}).
 */
final class TrainingText {

    private static final String AGENT = "agent";
    private static final String WHOLE_CALLS = "calls-";
    private static final String DIALOGUES = "dialogues-";
    private static final String HEADING = "##";
    private static final String COMMENT = "# ";
    private static final String NO_CODE = "none";
    private static final String AGENTS_TURN = "a:";
    private static final String CUSTOMERS_TURN = "c:";
    private static final Pattern PIECE =
            Pattern.compile("\\[([a-z0-9' ]+)]\\(([a-z-]+)(?:>(to|from))?\\)|([a-z0-9']+)|\\s+");
    private static final Pattern LABEL = Pattern.compile("\\s#([a-z.-]+)");

    /** So many utterances in a row that are of no dialogue are held out together, for they may be of one call. */
    private static final int IN_A_ROW = 12;

    private final Set<String> knownCodes;
    private final Set<String> knownEntities;
    private final List<TrainingUtterance> utterances = new ArrayList<>();
    private final List<TrainingDialogue> dialogues = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int group;

    private TrainingText(Set<String> knownCodes, Set<String> knownEntities) {
        this.knownCodes = knownCodes;
        this.knownEntities = knownEntities;
    }

    /**
     * Reads every {@code .txt} file of a folder, in the order of their names.
     *
     * @throws IllegalArgumentException with all lines that cannot be understood
     */
    static TrainingText read(Path folder, Set<String> codes, Set<String> entities) throws IOException {
        TrainingText text = new TrainingText(codes, entities);
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".txt")).sorted().forEach(text::readFile);
        }
        if (!text.problems.isEmpty()) {
            throw new IllegalArgumentException(String.join(System.lineSeparator(), text.problems));
        }
        return text;
    }

    /** All of it, also what the dialogues are made of. */
    List<TrainingUtterance> utterances() {
        return List.copyOf(utterances);
    }

    /** Calls with the words of both speakers. */
    List<TrainingDialogue> dialogues() {
        return List.copyOf(dialogues);
    }

    private void readFile(Path file) {
        if (file.getFileName().toString().startsWith(DIALOGUES)) {
            readDialogues(file);
        } else {
            readUtterances(file);
        }
        group++;
    }

    private void readUtterances(Path file) {
        RuleSpeaker speaker =
                file.getFileName().toString().startsWith(AGENT) ? RuleSpeaker.AGENT : RuleSpeaker.CUSTOMER;
        Set<String> codes = Set.of();
        List<String> lines = lines(file);
        int read = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            String where = where(file, i);
            if (line.startsWith(HEADING)) {
                codes = codes(List.of(line.substring(HEADING.length()).strip().split(" +", -1)), where);
            } else if (!line.isEmpty() && !line.startsWith(COMMENT)) {
                add(speaker, codes, line, where);
                read++;
                group += read % IN_A_ROW == 0 ? 1 : 0;
            }
        }
    }

    private void readDialogues(Path file) {
        List<TrainingUtterance> turns = new ArrayList<>();
        List<String> lines = lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith(COMMENT)) {
                endDialogue(turns);
            } else if (line.startsWith(AGENTS_TURN) || line.startsWith(CUSTOMERS_TURN)) {
                turns.add(turn(line, turns, where(file, i)));
            } else if (!line.isEmpty()) {
                problems.add(where(file, i) + ": begins with none of '" + COMMENT + "', '" + AGENTS_TURN + "' and '"
                        + CUSTOMERS_TURN + "'");
            }
        }
        endDialogue(turns);
    }

    private void endDialogue(List<TrainingUtterance> turns) {
        if (!turns.isEmpty()) {
            utterances.addAll(turns);
            dialogues.add(new TrainingDialogue(turns));
            turns.clear();
            group++;
        }
    }

    private TrainingUtterance turn(String line, List<TrainingUtterance> earlier, String where) {
        RuleSpeaker speaker = line.startsWith(AGENTS_TURN) ? RuleSpeaker.AGENT : RuleSpeaker.CUSTOMER;
        Matcher label = LABEL.matcher(line);
        List<String> labels = label.results().map(found -> found.group(1)).toList();
        String text = label.replaceAll("").substring(AGENTS_TURN.length());
        List<String> words = new ArrayList<>();
        List<EntityMark> entities = new ArrayList<>();
        readPieces(text, words, entities, where);
        return new TrainingUtterance(
                speaker,
                codes(labels, where),
                TrainingDialogue.before(earlier, speaker),
                words,
                entities,
                true,
                true,
                group,
                where);
    }

    private static String where(Path file, int line) {
        return file.getFileName() + ":" + (line + 1);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> codes(List<String> named, String where) {
        Set<String> codes = new TreeSet<>(named);
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
        boolean ofWholeCall = where.startsWith(WHOLE_CALLS);
        utterances.add(
                new TrainingUtterance(speaker, codes, before, words, entities, ofWholeCall, false, group, where));
    }

    private void readPieces(String text, List<String> words, List<EntityMark> entities, String where) {
        Matcher piece = PIECE.matcher(text);
        int end = 0;
        while (piece.lookingAt()) {
            if (piece.group(2) != null) {
                int from = words.size();
                words.addAll(List.of(piece.group(1).strip().split(" +", -1)));
                String role = piece.group(3) == null ? "" : piece.group(3);
                entities.add(mark(piece.group(2), from, words.size(), role, where));
            } else if (piece.group(4) != null) {
                words.add(piece.group(4));
            }
            end = piece.end();
            piece.region(end, text.length());
        }
        if (end < text.length()) {
            problems.add(where + ": '" + text.substring(end) + "' cannot be read");
        }
    }

    private EntityMark mark(String type, int from, int to, String role, String where) {
        if (!knownEntities.contains(type)) {
            problems.add(where + ": " + type + " is no entity");
        }
        return new EntityMark(type, from, to, role);
    }
}
