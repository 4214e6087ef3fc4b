package dev.callsift.pipeline.tagging;

import dev.callsift.models.category.LanguageModels;
import dev.callsift.models.entity.EntityFinder;
import dev.callsift.models.language.Taxonomy;
import dev.callsift.models.language.TaxonomyCode;
import dev.callsift.pipeline.transcript.Confidence;
import dev.callsift.pipeline.transcript.Transcript;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says which codes of a taxonomy hold for a call, and shows the words. Deterministic; safe for use by several threads.
 *
 * <p>The confidence in one place that shows a code is what rules and models together say, lessened by doubtful words, an unknown
 * speaker and a pause within. A tag's confidence is the chance that at least one of its places is right, taking them as
 * independent, and never quite 1.
 */
public final class Tagger {

    private static final double HIGHEST = 0.99;
    private static final Comparator<Evidence> IN_TIME = Comparator.comparingLong(Evidence::startMs)
            .thenComparingInt(Evidence::utterance)
            .thenComparingInt(Evidence::firstWord);

    private final Taxonomy taxonomy;
    private final LanguageModels models;
    private final EntityFinder entities = EntityFinder.english();
    private final Listener listener;

    private Tagger(Taxonomy taxonomy, LanguageModels models) {
        this.taxonomy = taxonomy;
        this.models = models;
        this.listener = new Listener(taxonomy, models);
    }

    /** With all language models that the system has. */
    public static Tagger of(Taxonomy taxonomy) {
        return of(taxonomy, LanguageModels.english());
    }

    public static Tagger of(Taxonomy taxonomy, LanguageModels models) {
        return new Tagger(taxonomy, models);
    }

    public Taxonomy taxonomy() {
        return taxonomy;
    }

    /** The version of the language models. */
    public String models() {
        return models.version();
    }

    public CallTags tag(Transcript transcript) {
        List<Passage> passages = Passage.of(transcript, taxonomy.tokenizer());
        var saidBefore = new SaidBefore(transcript, taxonomy.tokenizer());
        List<Hit> found = listener.hits(passages, saidBefore);
        HitSelection selection = new HitSelection(found);
        List<Tag> tags = taxonomy.codes().stream()
                .flatMap(code -> tag(code, selection.of(code)).stream())
                .toList();
        return new CallTags(
                CallTags.SCHEMA_VERSION,
                transcript.id(),
                taxonomy.version(),
                models(),
                tags,
                modifications(transcript, passages, saidBefore, found, tags));
    }

    /** Names are looked for only where something is to be changed. */
    private List<ModificationRequest> modifications(
            Transcript transcript, List<Passage> passages, SaidBefore saidBefore, List<Hit> found, List<Tag> tags) {
        List<Tag> wanted =
                tags.stream().filter(ModificationRequests::isModification).toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        HitSelection selection = new HitSelection(found);
        ModificationRequests requests = requests(transcript, passages, saidBefore, found);
        return wanted.stream()
                .map(tag ->
                        requests.of(tag, selection.of(taxonomy.find(tag.code()).orElseThrow())))
                .toList();
    }

    private ModificationRequests requests(
            Transcript transcript, List<Passage> passages, SaidBefore saidBefore, List<Hit> found) {
        Optional<LocalDate> day =
                Optional.ofNullable(transcript.call().startedAt()).map(OffsetDateTime::toLocalDate);
        List<Mention> mentions = passages.stream()
                .flatMap(passage -> mentions(passage, saidBefore, day))
                .sorted(Comparator.comparingLong(Mention::startMs))
                .toList();
        List<Hit> answers = found.stream()
                .filter(AgentAnswer::isAnswer)
                .sorted(Comparator.comparingLong(Hit::startMs))
                .toList();
        return new ModificationRequests(mentions, answers);
    }

    private Stream<Mention> mentions(Passage passage, SaidBefore saidBefore, Optional<LocalDate> day) {
        int begin = passage.words().getFirst().utterance();
        return entities.find(passage.spoken(), saidBefore.words(begin), day).stream()
                .map(each -> new Mention(passage, each));
    }

    private static Optional<Tag> tag(TaxonomyCode code, List<Hit> hits) {
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        Stream<Evidence> evidence = hits.stream().flatMap(hit -> hit.evidence().stream());
        return Optional.of(
                new Tag(code.code(), confidence(hits), evidence.sorted(IN_TIME).toList()));
    }

    private static Confidence confidence(List<Hit> hits) {
        double allWrong = hits.stream().mapToDouble(hit -> 1 - hit.confidence()).reduce(1, (a, b) -> a * b);
        return new Confidence(Math.min(HIGHEST, 1 - allWrong));
    }
}
