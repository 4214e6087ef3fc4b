package dev.callsift.pipeline.tagging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares a tagger with labels: {@code {"text": …, "tags": […]}} for an utterance of a customer, of which only the codes that
 * the file uses anywhere are judged, or {@code {"turns": […], "outcome": …, "reasons": […], "modifications": […]}} for a call,
 * of which the kinds of code are judged that the line names.
 */
public final class TagEvaluation {

    private static final JsonMapper JSON = new JsonMapper();

    private final Tagger tagger;
    private final Map<String, TagCounts> counts = new TreeMap<>();
    private final List<TagScores.Mistake> mistakes = new ArrayList<>();
    private int untagged;
    private int falselyTagged;
    private int outcomes;
    private int rightOutcomes;

    private TagEvaluation(Tagger tagger) {
        this.tagger = tagger;
    }

    /**
     * @param file JSON Lines, UTF-8
     * @throws IllegalArgumentException when a line is neither shape; the message names file and line
     */
    public static TagScores run(Tagger tagger, Path file) throws IOException {
        List<EvaluationCase> cases = read(file);
        TagEvaluation evaluation = new TagEvaluation(tagger);
        Set<String> vocabulary =
                cases.stream().flatMap(each -> each.truth().stream()).collect(Collectors.toSet());
        cases.forEach(each -> evaluation.judge(each, vocabulary));
        return evaluation.scores(cases.size());
    }

    private static List<EvaluationCase> read(Path file) throws IOException {
        List<EvaluationCase> cases = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                cases.add(read(lines.get(i), file + ":" + (i + 1)));
            }
        }
        return cases;
    }

    private static EvaluationCase read(String line, String where) {
        try {
            return EvaluationCase.read(JSON.readTree(line), where);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage() + "; correct the line", e);
        }
    }

    private void judge(EvaluationCase each, Set<String> fileVocabulary) {
        CallTags tags = tagger.tag(PlainTurns.transcript(each.id(), each.turns()));
        Set<String> found = tags.tags().stream().map(Tag::code).collect(Collectors.toCollection(HashSet::new));
        found.removeIf(code -> !each.judges(code, fileVocabulary));
        Set<String> all = new HashSet<>(found);
        all.addAll(each.truth());
        for (String code : all.stream().sorted().toList()) {
            count(each, tags, code, found.contains(code));
        }
        if (each.truth().isEmpty() && each.outcome().orElse(CancellationOutcome.NONE) == CancellationOutcome.NONE) {
            untagged++;
            falselyTagged += found.isEmpty() ? 0 : 1;
        }
        each.outcome().ifPresent(truth -> judgeOutcome(each, tags, truth));
    }

    private void count(EvaluationCase each, CallTags tags, String code, boolean tagged) {
        boolean labelled = each.truth().contains(code);
        counts.merge(code, TagCounts.of(tagged, labelled), TagCounts::plus);
        if (tagged != labelled) {
            mistakes.add(new TagScores.Mistake(each.id(), code, tagged, shown(tags, code), each.text()));
        }
    }

    private static String shown(CallTags tags, String code) {
        return tags.tags().stream()
                .filter(tag -> tag.code().equals(code))
                .flatMap(tag -> tag.evidence().stream())
                .map(evidence -> "'" + evidence.words() + "' by " + evidence.source())
                .collect(Collectors.joining(", "));
    }

    private void judgeOutcome(EvaluationCase each, CallTags tags, CancellationOutcome truth) {
        CancellationOutcome said = CancellationOutcome.of(tags);
        outcomes++;
        rightOutcomes += said == truth ? 1 : 0;
        if (said != truth) {
            String what = "outcome " + said.name().toLowerCase(Locale.ROOT) + " for "
                    + truth.name().toLowerCase(Locale.ROOT);
            mistakes.add(new TagScores.Mistake(each.id(), what, true, "", each.text()));
        }
    }

    private TagScores scores(int cases) {
        return new TagScores(
                tagger.taxonomy().version(),
                cases,
                counts,
                untagged == 0 ? Optional.empty() : Optional.of((double) falselyTagged / untagged),
                outcomes == 0 ? Optional.empty() : Optional.of((double) rightOutcomes / outcomes),
                mistakes);
    }
}
