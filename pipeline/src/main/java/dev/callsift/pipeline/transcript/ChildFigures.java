package dev.callsift.pipeline.transcript;

import java.time.Duration;

/** Adds up what the children cost, one after the other. Confined to its owner's lock. */
final class ChildFigures {

    private int started;
    private long readyBytes;
    private long peakBytes;
    private Duration startCpu = Duration.ZERO;
    private Duration cpuAtReady = Duration.ZERO;
    private Duration workCpu = Duration.ZERO;
    private Duration workCpuOfThis = Duration.ZERO;

    void started(RecognizerChild child) {
        started++;
        readyBytes = ProcessMemory.of(child.process().pid()).residentBytes();
        cpuAtReady = cpu(child, Duration.ZERO);
        startCpu = startCpu.plus(cpuAtReady);
        workCpu = workCpu.plus(workCpuOfThis);
        workCpuOfThis = Duration.ZERO;
    }

    /** Does nothing when the child has ended already. */
    void measure(RecognizerChild child) {
        peakBytes = Math.max(peakBytes, ProcessMemory.of(child.process().pid()).peakBytes());
        Duration work = cpu(child, cpuAtReady).minus(cpuAtReady);
        workCpuOfThis = work.compareTo(workCpuOfThis) > 0 ? work : workCpuOfThis;
    }

    /** What the present child took when it was ready. */
    long readyBytes() {
        return readyBytes;
    }

    RecognizerUsage usage() {
        return new RecognizerUsage(started, startCpu, workCpu.plus(workCpuOfThis), peakBytes);
    }

    private static Duration cpu(RecognizerChild child, Duration otherwise) {
        return child.process().info().totalCpuDuration().orElse(otherwise);
    }
}
