package dev.callsift.search;

import dev.callsift.pipeline.evaluation.SyntheticCalls;
import dev.callsift.pipeline.evaluation.SyntheticCalls.SyntheticCall;
import dev.callsift.pipeline.index.CallIndex;
import dev.callsift.search.BareLucene.BareQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/** What indexing and searching made-up calls costs, beside Lucene alone in the same process. */
public final class SearchBenchmark implements AutoCloseable {

    private static final int COMMIT_EVERY = 1_000;
    private static final int MOST_BARE = 10_000;

    private final Path folder;
    private final CallSearch search;
    private final BareLucene bare;

    /** @param folder of an index that {@link #index} has made */
    public SearchBenchmark(Path folder) {
        this.folder = folder;
        this.search = new CallSearch(folder, Duration.ofMinutes(10));
        this.bare = new BareLucene(folder);
    }

    /**
     * @param seconds of processor time, that of merging segments included, that of making the calls up not
     * @param bytes on disk
     */
    public record Indexing(int calls, double seconds, long bytes) {

        public double callsPerSecond() {
            return calls / seconds;
        }

        public double bytesPerCall() {
            return (double) bytes / calls;
        }
    }

    /** Indexes calls on one thread, as the job does, with a commit every {@value #COMMIT_EVERY}. */
    public static Indexing index(Path folder, SyntheticCalls made, int calls, IntConsumer progress) {
        ProcessorTime time = new ProcessorTime();
        try (CallIndex index = CallIndex.open(folder)) {
            for (int i = 0; i < calls; i++) {
                SyntheticCall call = time.without(made, i);
                index.upsert(call.transcript(), call.tags());
                if ((i + 1) % COMMIT_EVERY == 0 || i + 1 == calls) {
                    index.commit();
                    progress.accept(i + 1);
                }
            }
        }
        return new Indexing(calls, time.seconds(), size(folder));
    }

    /** The same calls as a plain Lucene document each: one analyzed text, stored, and the same facets. At most {@value #MOST_BARE}. */
    public static Indexing bareIndex(Path folder, SyntheticCalls made, int calls) throws IOException {
        int some = Math.min(calls, MOST_BARE);
        double seconds = BareLucene.index(folder, made, some, COMMIT_EVERY);
        return new Indexing(some, seconds, size(folder));
    }

    private static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be measured", e);
        }
    }

    /**
     * @param search what a page of results costs: hits with their moments, facets, and possible ones where the sure ones do not fill
     *     the page
     * @param query the query's own Lucene query alone: count and the best ten
     * @param same all the Lucene queries of the page, with the facets counted by Lucene's own means
     */
    public record Result(QueryLoad.Kind kind, int clients, Latencies search, Latencies query, Latencies same) {}

    /** @param time for each of the three measurements, after as long a warm-up of the first */
    public Result measure(QueryLoad.Kind kind, int clients, Duration time) throws InterruptedException {
        List<String> queries = kind.queries();
        List<BareQuery> prepared = queries.stream().map(bare::prepare).toList();
        Latencies.warmUp(time, queries, this::page);
        Latencies whole = Latencies.of(clients, time, queries, this::page);
        Latencies.warmUp(time.dividedBy(4), prepared, bare::query);
        Latencies alone = Latencies.of(clients, time, prepared, bare::query);
        Latencies.warmUp(time.dividedBy(4), prepared, bare::page);
        return new Result(kind, clients, whole, alone, Latencies.of(clients, time, prepared, bare::page));
    }

    private void page(String query) {
        SearchResult result = search.search(asPage(query));
        if (result.state() == SearchResult.State.NO_INDEX) {
            throw new IllegalStateException(folder + ": no index to measure");
        }
    }

    /** As the search page asks. */
    private static SearchRequest asPage(String query) {
        return new SearchRequest(query, 0, 10, SearchRequest.Order.RELEVANCE, false);
    }

    /** How many calls a query of a kind finds, of all its queries, from the fewest to the most. */
    public List<Long> found(QueryLoad.Kind kind) {
        return kind.queries().stream()
                .map(query -> search.search(asPage(query)).total())
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        search.close();
        bare.close();
    }
}
