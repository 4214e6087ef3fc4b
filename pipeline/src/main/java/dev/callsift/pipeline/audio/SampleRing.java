package dev.callsift.pipeline.audio;

/** The latest samples of one channel, addressed by their position in the recording. Of fixed size. */
final class SampleRing {

    private final short[] ring;
    private long end;

    /** @param capacity how many of the latest samples are kept */
    SampleRing(int capacity) {
        ring = new short[capacity];
    }

    void append(short[] samples, int from, int count) {
        int at = (int) (end % ring.length);
        int first = Math.min(count, ring.length - at);
        System.arraycopy(samples, from, ring, at, first);
        System.arraycopy(samples, from + first, ring, 0, count - first);
        end += count;
    }

    /** One behind the position of the latest sample. */
    long end() {
        return end;
    }

    /** The sample at a position that is still kept. */
    short at(long position) {
        return ring[(int) (position % ring.length)];
    }

    /** Copies samples out, from one position up to, not including, another. */
    short[] copy(long from, long to) {
        if (from < Math.max(0, end - ring.length) || to > end || from > to) {
            throw new IllegalArgumentException(
                    "samples " + from + " to " + to + " are not among the " + ring.length + " before " + end);
        }
        short[] copy = new short[(int) (to - from)];
        int at = (int) (from % ring.length);
        int first = Math.min(copy.length, ring.length - at);
        System.arraycopy(ring, at, copy, 0, first);
        System.arraycopy(ring, 0, copy, first, copy.length - first);
        return copy;
    }
}
