package dev.callsift.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** How long each of many requests took. Clients ask again as soon as they are answered. */
public final class Latencies {

    private final long[] sorted;
    private final double perSecond;

    private Latencies(long[] sorted, double perSecond) {
        this.sorted = sorted;
        this.perSecond = perSecond;
    }

    /** Goes through the requests in turn, each client from another one on, at least once each. */
    static <T> Latencies of(int clients, Duration time, List<T> requests, Consumer<T> action)
            throws InterruptedException {
        long started = System.nanoTime();
        long end = started + time.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Callable<long[]>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int from = i;
                all.add(() -> client(from, end, requests, action));
            }
            long[] nanos = joined(threads.invokeAll(all));
            return new Latencies(nanos, nanos.length / ((System.nanoTime() - started) / 1e9));
        }
    }

    private static <T> long[] client(int from, long end, List<T> requests, Consumer<T> action) {
        LongStream.Builder nanos = LongStream.builder();
        for (int i = 0; i < requests.size() || System.nanoTime() < end; i++) {
            long asked = System.nanoTime();
            action.accept(requests.get((from + i) % requests.size()));
            nanos.add(System.nanoTime() - asked);
        }
        return nanos.build().toArray();
    }

    private static long[] joined(List<Future<long[]>> clients) throws InterruptedException {
        LongStream all = LongStream.empty();
        for (Future<long[]> client : clients) {
            try {
                all = LongStream.concat(all, Arrays.stream(client.get()));
            } catch (ExecutionException e) {
                throw new IllegalStateException("a search failed: " + e.getMessage(), e);
            }
        }
        return all.sorted().toArray();
    }

    /** @param percent above 0, up to 100 */
    public double millis(double percent) {
        return sorted[(int) Math.ceil(sorted.length * percent / 100) - 1] / 1e6;
    }

    public double meanMillis() {
        return Arrays.stream(sorted).average().orElse(0) / 1e6;
    }

    public int count() {
        return sorted.length;
    }

    public double perSecond() {
        return perSecond;
    }
}
