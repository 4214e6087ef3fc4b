package dev.callsift.search;

import dev.callsift.pipeline.evaluation.SyntheticCalls;
import dev.callsift.pipeline.evaluation.SyntheticCalls.SyntheticCall;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/** Processor time of this process since the beginning of a measurement, without that of making calls up. By one thread. */
final class ProcessorTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final long started = ofProcess();
    private long apart;

    SyntheticCall without(SyntheticCalls made, int number) {
        long from = THREADS.getCurrentThreadCpuTime();
        SyntheticCall call = made.call(number);
        apart += THREADS.getCurrentThreadCpuTime() - from;
        return call;
    }

    double seconds() {
        return (ofProcess() - started - apart) / 1e9;
    }

    private static long ofProcess() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toNanos)
                .orElseThrow(
                        () -> new IllegalStateException("this system does not tell the processor time of a process"));
    }
}
