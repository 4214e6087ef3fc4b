package dev.callsift.pipeline.evaluation.tags;

import dev.callsift.pipeline.evaluation.tags.EvaluationCase.Change;
import dev.callsift.pipeline.evaluation.tags.TagScores.Kind;
import dev.callsift.pipeline.evaluation.tags.TagScores.Mistake;
import dev.callsift.pipeline.evaluation.tags.TagScores.Share;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.CancellationOutcome;
import dev.callsift.pipeline.tagging.ModificationRequest;
import dev.callsift.pipeline.tagging.ModificationText;
import dev.callsift.pipeline.tagging.Tag;
import dev.callsift.pipeline.tagging.Tagger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Compares a tagger with labels: {@code {"text": …, "tags": […]}} for an utterance of a customer, of which only the codes that
 * the file uses anywhere are judged, or {@code {"turns": […], "outcome": …, "reasons": […], "modifications": […], "changes":
 * […]}} for a call, of which what the line names is judged. {@code docs/evaluation.md} describes both.
 */
public final class TagEvaluation {

    private final Tagger tagger;
    private final CallSource source;
    private final SortedMap<String, TagCounts> counts = new TreeMap<>();
    private final SortedMap<String, Integer> unknown = new TreeMap<>();
    private final SortedMap<String, Share> changes = new TreeMap<>();
    private final List<Mistake> mistakes = new ArrayList<>();
    private Share outcomes = Share.NONE;
    private Share falselyTagged = Share.NONE;

    private TagEvaluation(Tagger tagger, CallSource source) {
        this.tagger = tagger;
        this.source = source;
    }

    /**
     * @param file JSON Lines, UTF-8
     * @param source of the words that are tagged
     * @throws UnreadableLabelsException when the file or a line cannot be read; the message names each line
     */
    public static TagScores run(Tagger tagger, Path file, CallSource source) throws InterruptedException {
        List<EvaluationCase> cases = LabelledFile.read(file, tagger.taxonomy());
        source.require(cases.stream().map(EvaluationCase::id).collect(Collectors.toSet()));
        TagEvaluation evaluation = new TagEvaluation(tagger, source);
        Set<String> vocabulary =
                cases.stream().flatMap(each -> each.truth().stream()).collect(Collectors.toSet());
        for (EvaluationCase each : cases) {
            evaluation.judge(each, vocabulary);
        }
        return evaluation.scores(cases.size());
    }

    private void judge(EvaluationCase each, Set<String> fileVocabulary) throws InterruptedException {
        CallTags tags = tagger.tag(source.transcript(each.id(), each.turns()));
        Set<String> found = tags.tags().stream().map(Tag::code).collect(Collectors.toCollection(HashSet::new));
        found.removeIf(code -> !each.judges(code, fileVocabulary));
        Set<String> all = new HashSet<>(found);
        all.addAll(each.truth());
        for (String code : all.stream().sorted().toList()) {
            count(each, tags, code, found.contains(code));
        }
        boolean cancels = each.outcome().isPresent() && CancellationOutcome.of(tags) != CancellationOutcome.NONE;
        if (each.isWithoutLabel()) {
            falselyTagged = falselyTagged.plus(Share.of(cancels || !found.isEmpty()));
        }
        each.outcome().ifPresent(truth -> judgeOutcome(each, tags, truth));
        each.changes().forEach(change -> judgeChange(each, tags, change));
    }

    private void count(EvaluationCase each, CallTags tags, String code, boolean tagged) {
        boolean labelled = each.truth().contains(code);
        counts.merge(code, TagCounts.of(tagged, labelled), TagCounts::plus);
        if (labelled && tagger.taxonomy().find(code).isEmpty()) {
            unknown.merge(code, 1, Integer::sum);
        }
        if (tagged != labelled) {
            mistake(tagged ? Kind.WRONG : Kind.MISSED, each, code, shown(tags, code));
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
        outcomes = outcomes.plus(Share.of(said == truth));
        if (said != truth) {
            mistake(Kind.OUTCOME, each, "outcome " + name(said) + " for " + name(truth), shown(tags, said.code()));
        }
    }

    private static String name(CancellationOutcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private void judgeChange(EvaluationCase each, CallTags tags, Change change) {
        List<ModificationRequest> requests = tags.modifications().stream()
                .filter(request -> request.type().equals(change.type()))
                .toList();
        boolean right = requests.stream().anyMatch(request -> isRight(change, request));
        changes.merge(change.type(), Share.of(right), Share::plus);
        if (!right) {
            String said = requests.isEmpty()
                    ? "no request"
                    : requests.stream().map(ModificationText::of).collect(Collectors.joining("; "));
            mistake(
                    Kind.CHANGE,
                    each,
                    change.type() + " to '" + change.to().orElse("?") + "': " + said,
                    shown(tags, change.type()));
        }
    }

    private static boolean isRight(Change change, ModificationRequest request) {
        ModificationRequest.Value said = request.to();
        return said == null
                ? change.to().isEmpty()
                : change.to()
                        .filter(to -> ChangeValue.matches(change.type(), to, said))
                        .isPresent();
    }

    private void mistake(Kind kind, EvaluationCase each, String what, String evidence) {
        mistakes.add(new Mistake(kind, each.id(), what, evidence, each.text()));
    }

    private TagScores scores(int cases) {
        return new TagScores(
                tagger.taxonomy().version(),
                tagger.models(),
                cases,
                counts,
                unknown,
                outcomes,
                changes,
                falselyTagged,
                mistakes);
    }
}
