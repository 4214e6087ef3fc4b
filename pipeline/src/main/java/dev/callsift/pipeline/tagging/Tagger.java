package dev.callsift.pipeline.tagging;

import dev.callsift.models.category.LanguageModels;
import dev.callsift.models.entity.Entity;
import dev.callsift.models.entity.EntityFinder;
import dev.callsift.models.language.Taxonomy;
import dev.callsift.models.language.TaxonomyCode;
import dev.callsift.models.meaning.CallReading;
import dev.callsift.pipeline.transcript.Confidence;
import dev.callsift.pipeline.transcript.Transcript;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Says which codes of a taxonomy hold for a call, and shows the words. Deterministic; safe for use by several threads.
 *
 * <p>A tag's confidence is what is heard in the whole call, turn by turn and by both speakers, lessened by doubtful words, an unknown
 * speaker and a pause within the place that is least lessened by them; of codes that only rules know, or that few calls show, the chance that
 * at least one of the places is right, taking them as independent. It is never quite 1.
 */
public final class Tagger {

    private static final double HIGHEST = 0.99;
    private static final Comparator<Evidence> IN_TIME = Comparator.comparingLong(Evidence::startMs)
            .thenComparingInt(Evidence::utterance)
            .thenComparingInt(Evidence::firstWord);

    private final Taxonomy taxonomy;
    private final LanguageModels models;
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
        var call = new CallTokens(transcript, taxonomy.tokenizer());
        List<Passage> passages = Passage.of(call);
        var saidBefore = new SaidBefore(call);
        HeardCall heard = listener.listen(passages, saidBefore);
        HitSelection selection = new HitSelection(heard.hits());
        List<Tag> tags = taxonomy.codes().stream()
                .flatMap(code -> tag(code, selection.of(code), heard).stream())
                .toList();
        return new CallTags(
                CallTags.SCHEMA_VERSION,
                transcript.id(),
                taxonomy.version(),
                models(),
                tags,
                modifications(transcript, passages, saidBefore, heard, selection, tags));
    }

    /** Names are looked for only where something is to be changed. */
    private List<ModificationRequest> modifications(
            Transcript transcript,
            List<Passage> passages,
            SaidBefore saidBefore,
            HeardCall heard,
            HitSelection selection,
            List<Tag> tags) {
        List<Tag> wanted =
                tags.stream().filter(ModificationRequests::isModification).toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<List<Entity>> named = named(transcript, passages, saidBefore, heard.reading());
        ModificationRequests requests = new ModificationRequests(passages, named, heard, answers(heard));
        Map<Tag, List<Hit>> shown = new LinkedHashMap<>();
        wanted.forEach(
                tag -> shown.put(tag, selection.of(taxonomy.find(tag.code()).orElseThrow())));
        return requests.of(shown);
    }

    private static List<Hit> answers(HeardCall heard) {
        return heard.hits().stream()
                .filter(AgentAnswer::isAnswer)
                .sorted(Comparator.comparingLong(Hit::startMs))
                .toList();
    }

    private List<List<Entity>> named(
            Transcript transcript, List<Passage> passages, SaidBefore saidBefore, Optional<CallReading> reading) {
        Optional<LocalDate> day =
                Optional.ofNullable(transcript.call().startedAt()).map(OffsetDateTime::toLocalDate);
        return IntStream.range(0, passages.size())
                .mapToObj(i -> {
                    Passage passage = passages.get(i);
                    return reading.map(each -> EntityFinder.read(
                                    passage.spoken(), day, each.turns().get(i).names()))
                            .orElseGet(() -> EntityFinder.english()
                                    .find(passage.spoken(), saidBefore.spoken(passage.utterance()), day));
                })
                .toList();
    }

    private static Optional<Tag> tag(TaxonomyCode code, List<Hit> hits, HeardCall heard) {
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        Stream<Evidence> evidence = hits.stream().flatMap(hit -> hit.evidence().stream());
        double likelihood = heard.likelihood(code.code())
                .map(whole ->
                        whole * hits.stream().mapToDouble(Hit::heard).max().orElse(1))
                .orElseGet(() -> oneOf(hits));
        return Optional.of(new Tag(
                code.code(),
                new Confidence(Math.min(HIGHEST, likelihood)),
                evidence.sorted(IN_TIME).toList()));
    }

    private static double oneOf(List<Hit> hits) {
        return 1 - hits.stream().mapToDouble(hit -> 1 - hit.confidence()).reduce(1, (a, b) -> a * b);
    }
}
