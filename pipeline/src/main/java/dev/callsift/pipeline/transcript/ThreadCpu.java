package dev.callsift.pipeline.transcript;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.LongAdder;

/** The processor time one recording costs, counted on whichever threads work on it. Safe for use by several threads. */
final class ThreadCpu {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final LongAdder inVosk = new LongAdder();
    private final LongAdder outside = new LongAdder();

    /** The calling thread's processor time, in nanoseconds. */
    static long now() {
        return THREADS.getCurrentThreadCpuTime();
    }

    void addVosk(long nanos) {
        inVosk.add(nanos);
    }

    void addOther(long nanos) {
        outside.add(nanos);
    }

    long voskMicros() {
        return inVosk.sum() / 1_000;
    }

    long otherMicros() {
        return outside.sum() / 1_000;
    }
}
