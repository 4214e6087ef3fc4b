package dev.callsift.pipeline.audio;

/**
 * Joins the frames of one channel that hold speech into segments: short gaps are bridged, a margin is left on both sides so
 * that no word is cut, what lasts too briefly is left out, and what lasts too long is cut where it is quietest. Segments of
 * a channel never overlap.
 */
final class Segmenter {

    private static final int BEFORE_MS = 250;
    private static final int AFTER_MS = 300;
    /** At least both margins together, or segments would overlap. */
    private static final int BRIDGED_MS = 600;

    private static final int MIN_SPEECH_MS = 60;
    static final int MAX_MS = 28_000;
    private static final int CUT_FROM_MS = 18_000;

    private final int before;
    private final int after;
    private final int bridged;
    private final int minimum;
    private final int longest;
    private final int cutFrom;
    private final float[] levels;
    private final SegmentWriter writer;

    private long taken; // frames before this one belong to earlier segments
    private long first = -1; // the first frame of the open segment, its margin included
    private long lastSpeech;
    private int speechFrames;

    /** Takes the frames of a segment, from the first up to, not including, the end. */
    @FunctionalInterface
    interface SegmentWriter {
        void write(long firstFrame, long endFrame) throws InterruptedException;
    }

    Segmenter(double frameMs, SegmentWriter writer) {
        this.before = (int) Math.ceil(BEFORE_MS / frameMs);
        this.after = (int) Math.ceil(AFTER_MS / frameMs);
        this.bridged = Math.max((int) Math.ceil(BRIDGED_MS / frameMs), before + after);
        this.minimum = (int) Math.ceil(MIN_SPEECH_MS / frameMs);
        this.longest = (int) (MAX_MS / frameMs);
        this.cutFrom = (int) (CUT_FROM_MS / frameMs);
        this.levels = new float[longest];
        this.writer = writer;
    }

    /** Takes the next frame. */
    void add(long frame, boolean speech, float level) throws InterruptedException {
        if (speech) {
            if (first < 0) {
                open(frame);
            }
            lastSpeech = frame;
            speechFrames++;
        }
        if (first < 0) {
            return;
        }
        levels[(int) (frame % longest)] = level;
        if (frame - lastSpeech >= bridged) {
            close(frame + 1);
        } else if (frame + 1 - first >= longest) {
            cut(frame + 1);
        }
    }

    /** Writes what is open when the recording ends before the frame of this number. */
    void finish(long endFrame) throws InterruptedException {
        if (first >= 0) {
            close(endFrame);
        }
    }

    private void open(long frame) {
        first = Math.max(taken, frame - before);
        speechFrames = 0;
        for (long margin = first; margin < frame; margin++) {
            levels[(int) (margin % longest)] = Float.POSITIVE_INFINITY;
        }
    }

    private void close(long endFrame) throws InterruptedException {
        long end = Math.min(endFrame, lastSpeech + 1 + after);
        if (speechFrames >= minimum) {
            writer.write(first, end);
        }
        taken = end;
        first = -1;
    }

    private void cut(long endFrame) throws InterruptedException {
        long quietest = first + cutFrom;
        for (long frame = quietest; frame < endFrame - before; frame++) {
            if (around(frame) < around(quietest)) {
                quietest = frame;
            }
        }
        writer.write(first, quietest);
        taken = quietest;
        first = quietest;
        speechFrames = minimum;
    }

    /** The level over three frames: a single quiet one may lie inside a word. */
    private float around(long frame) {
        return levels[(int) ((frame - 1) % longest)]
                + levels[(int) (frame % longest)]
                + levels[(int) ((frame + 1) % longest)];
    }
}
