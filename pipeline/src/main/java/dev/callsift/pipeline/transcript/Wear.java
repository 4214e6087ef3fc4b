package dev.callsift.pipeline.transcript;

import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * When a child has done enough: native code keeps a little of every recording.
 *
 * @param recordings after how many
 * @param memory above which resident memory; when not set, a bound is made from what it took when it was ready
 */
record Wear(int recordings, @Nullable DataSize memory) {

    private static final long ROOM = DataSize.ofMegabytes(256).toBytes();

    boolean isWorn(RecognizerChild child, long readyBytes) {
        long allowed = memory == null ? 2 * readyBytes + ROOM : memory.toBytes();
        return child.asked() >= recordings
                || ProcessMemory.of(child.process().pid()).residentBytes() > allowed;
    }
}
