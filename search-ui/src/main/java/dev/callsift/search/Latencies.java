package dev.callsift.search;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/** How long each of many requests took. Clients ask again as soon as they are answered. */
public final class Latencies {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private static final int WARM = 1_000;

    private final long[] sorted;
    private final double perSecond;
    private final double cpuMillis;

    private Latencies(long[] sorted, double perSecond, double cpuMillis) {
        this.sorted = sorted;
        this.perSecond = perSecond;
        this.cpuMillis = cpuMillis;
    }

    /** Until the code is compiled, however slow the machine is at it. */
    public static <T> void warmUp(Duration time, List<T> requests, Consumer<T> action) {
        client(0, System.nanoTime() + time.toNanos(), WARM, requests, action, new LongAdder());
    }

    /** Goes through the requests in turn, each client from another one on, at least once each. */
    public static <T> Latencies of(int clients, Duration time, List<T> requests, Consumer<T> action)
            throws InterruptedException {
        long started = System.nanoTime();
        long end = started + time.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            LongAdder cpu = new LongAdder();
            List<Callable<long[]>> all = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int from = i;
                all.add(() -> client(from, end, requests.size(), requests, action, cpu));
            }
            long[] nanos = joined(threads.invokeAll(all));
            double seconds = (System.nanoTime() - started) / 1e9;
            return new Latencies(nanos, nanos.length / seconds, cpu.sum() / 1e6 / nanos.length);
        }
    }

    private static <T> long[] client(
            int from, long end, int least, List<T> requests, Consumer<T> action, LongAdder cpu) {
        long used = THREADS.getCurrentThreadCpuTime();
        LongStream.Builder nanos = LongStream.builder();
        for (int i = 0; i < least || System.nanoTime() < end; i++) {
            long asked = System.nanoTime();
            action.accept(requests.get((from + i) % requests.size()));
            nanos.add(System.nanoTime() - asked);
        }
        cpu.add(THREADS.getCurrentThreadCpuTime() - used);
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

    /** Processor time of one request on average: the same on a busy machine as on a quiet one. */
    public double cpuMillis() {
        return cpuMillis;
    }

    public double perSecond() {
        return perSecond;
    }
}
