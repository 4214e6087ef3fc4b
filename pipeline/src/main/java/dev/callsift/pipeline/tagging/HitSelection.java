package dev.callsift.pipeline.tagging;

import dev.callsift.models.language.TaxonomyCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Weighs the codes of a call against each other: what a code needs, follows and yields to. */
final class HitSelection {

    private static final Comparator<Hit> SUREST = Comparator.comparingDouble(Hit::confidence)
            .reversed()
            .thenComparing(hit -> -hit.span().length())
            .thenComparing(Hit::startMs)
            .thenComparing(hit -> hit.source());

    private final List<Hit> all;

    HitSelection(List<Hit> all) {
        this.all = all;
    }

    /** The hits that count for a code, the surest first, of overlapping ones only the surest. */
    List<Hit> of(TaxonomyCode code) {
        if (!code.needs().isEmpty() && of(code.needs()).findAny().isEmpty()) {
            return List.of();
        }
        List<Hit> hits = of(List.of(code.code()))
                .filter(hit -> follows(code, hit))
                .sorted(SUREST)
                .toList();
        return yields(code, hits) ? List.of() : withoutOverlaps(hits);
    }

    private Stream<Hit> of(Collection<String> codes) {
        return all.stream().filter(hit -> codes.contains(hit.code().code()));
    }

    private boolean follows(TaxonomyCode code, Hit hit) {
        return code.follows().isEmpty() || of(code.follows()).anyMatch(earlier -> earlier.startMs() < hit.startMs());
    }

    private boolean yields(TaxonomyCode code, List<Hit> hits) {
        long last = hits.stream().mapToLong(Hit::startMs).max().orElse(0);
        return of(code.yieldsTo()).anyMatch(later -> later.startMs() > last);
    }

    private static List<Hit> withoutOverlaps(List<Hit> surestFirst) {
        List<Hit> kept = new ArrayList<>();
        for (Hit hit : surestFirst) {
            if (kept.stream().noneMatch(hit::overlaps)) {
                kept.add(hit);
            }
        }
        return kept;
    }
}
