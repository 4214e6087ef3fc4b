package dev.callsift.review;

import dev.callsift.pipeline.index.CallFields;
import dev.callsift.pipeline.index.CallReader;
import dev.callsift.pipeline.index.StoredCall;
import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.verdict.Verdict;
import dev.callsift.pipeline.verdict.Verdicts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;

/**
 * Makes weekly reviews, while the index is being written too. Safe for use by several threads. Every method throws
 * {@link dev.callsift.pipeline.index.IndexUnusableException} when the index is damaged or of another format.
 */
public final class WeeklyReviews implements AutoCloseable {

    private static final Duration FRESH_FOR = Duration.ofSeconds(1);

    private final CallReader reader;
    private final Ledger ledger;
    private final Verdicts verdicts;
    private final InstantSource clock;
    private final WordsMemory memory = new WordsMemory();

    /** @param folder of the index; need not exist yet */
    public WeeklyReviews(Path folder, Ledger ledger, Verdicts verdicts, InstantSource clock) {
        this(folder, FRESH_FOR, ledger, verdicts, clock);
    }

    /** @param freshFor how old the view of the index may be */
    public WeeklyReviews(Path folder, Duration freshFor, Ledger ledger, Verdicts verdicts, InstantSource clock) {
        this.reader = new CallReader(folder, freshFor);
        this.ledger = ledger;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    public WeeklyReview of(ReviewWeek week) {
        List<Verdict> judged = verdicts.between(Instant.EPOCH, clock.instant());
        Coverage coverage = Coverage.of(ledger.counts());
        return reader.read(searcher -> review(searcher.getIndexReader(), week, judged, coverage))
                .orElseGet(() -> review(
                        new ReviewData(week, List.of(), new TreeMap<>()),
                        WeeklyReview.State.NO_INDEX,
                        judged,
                        coverage,
                        new Provenance(List.of())));
    }

    private static WeeklyReview review(IndexReader index, ReviewWeek week, List<Verdict> judged, Coverage coverage)
            throws IOException {
        ReviewData data = IndexScan.read(index, week, WeeklyReview.WEEKS_SHOWN);
        WeeklyReview.State state = data.calls().isEmpty() ? WeeklyReview.State.NO_CALLS : WeeklyReview.State.COUNTED;
        return review(data, state, judged, coverage, provenance(index, data.calls()));
    }

    private static WeeklyReview review(
            ReviewData data, WeeklyReview.State state, List<Verdict> judged, Coverage coverage, Provenance provenance) {
        Figures figures = new Figures(data, judged);
        return new WeeklyReview(
                data.week(),
                state,
                figures.headline(),
                figures.reasons(),
                GroupFigures.of(data.calls()),
                ModificationFigures.of(data.calls()),
                coverage,
                provenance);
    }

    /** One line for each way in which calls were made, told by one call of it whether its speech model is a demonstration. */
    private static Provenance provenance(IndexReader index, List<ReviewedCall> calls) throws IOException {
        Map<Provenance.Made, Integer> counts = new LinkedHashMap<>();
        Map<Provenance.Made, Integer> examples = new HashMap<>();
        calls.forEach(call -> {
            counts.merge(call.made(), 1, Integer::sum);
            examples.putIfAbsent(call.made(), call.document());
        });
        List<Provenance.Line> lines = new ArrayList<>();
        for (Map.Entry<Provenance.Made, Integer> made : counts.entrySet()) {
            boolean demonstration = StoredCall.read(index, examples.getOrDefault(made.getKey(), 0))
                    .facts()
                    .speechModel()
                    .demonstration();
            lines.add(new Provenance.Line(made.getKey(), made.getValue(), demonstration));
        }
        lines.sort((one, other) -> Integer.compare(other.calls(), one.calls()));
        return new Provenance(lines);
    }

    /** Words on the rise, the most telling first. Takes longer than the rest, so that pages ask for it apart. */
    public List<RisingWord> words(ReviewWeek week) {
        return reader.read(searcher -> memory.of(searcher, week)).orElse(List.of());
    }

    /** The newest week of which a call is in the index; empty when there is none. */
    public Optional<ReviewWeek> newest() {
        return reader.read(searcher -> newest(searcher.getIndexReader())).flatMap(week -> week);
    }

    private static Optional<ReviewWeek> newest(IndexReader index) throws IOException {
        Optional<ReviewWeek> newest = Optional.empty();
        for (LeafReaderContext leaf : index.leaves()) {
            SortedSetDocValues weeks = DocValues.getSortedSet(leaf.reader(), CallFields.WEEK);
            for (long ord = weeks.getValueCount() - 1; ord >= 0; ord--) {
                Optional<ReviewWeek> found =
                        ReviewWeek.parse(weeks.lookupOrd(ord).utf8ToString());
                if (found.isPresent()) {
                    newest = newest.filter(known -> known.compareTo(found.get()) >= 0)
                            .or(() -> found);
                    break;
                }
            }
        }
        return newest;
    }

    @Override
    public void close() {
        reader.close();
    }
}
