package dev.callsift.pipeline.tagging;

import dev.callsift.models.language.Taxonomy;
import dev.callsift.models.language.TaxonomyCode;
import dev.callsift.pipeline.transcript.Confidence;
import dev.callsift.pipeline.transcript.Transcript;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says which codes of a taxonomy hold for a call, and shows the words. Deterministic; safe for use by several threads.
 *
 * <p>A match's confidence is its rule's strength, lessened by doubtful words, an unknown speaker and a pause within. A tag's
 * confidence is the chance that at least one of its matches is right, taking them as independent, and never quite 1.
 */
public final class Tagger {

    private static final double HIGHEST = 0.99;
    private static final Comparator<Evidence> IN_TIME = Comparator.comparingLong(Evidence::startMs)
            .thenComparingInt(Evidence::utterance)
            .thenComparingInt(Evidence::firstWord);

    private final Taxonomy taxonomy;
    private final RuleMatcher matcher;

    private Tagger(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
        this.matcher = new RuleMatcher(taxonomy);
    }

    public static Tagger of(Taxonomy taxonomy) {
        return new Tagger(taxonomy);
    }

    public Taxonomy taxonomy() {
        return taxonomy;
    }

    public CallTags tag(Transcript transcript) {
        HitSelection selection = new HitSelection(matcher.hits(transcript));
        List<Tag> tags = taxonomy.codes().stream()
                .flatMap(code -> tag(code, selection.of(code)).stream())
                .toList();
        return new CallTags(CallTags.SCHEMA_VERSION, transcript.id(), taxonomy.version(), tags);
    }

    /** Every match, also of signals and of codes that another code outweighs: what examples are checked against. */
    List<Hit> hits(Transcript transcript) {
        return matcher.hits(transcript);
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
