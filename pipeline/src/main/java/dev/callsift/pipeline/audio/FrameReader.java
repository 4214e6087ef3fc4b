package dev.callsift.pipeline.audio;

import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Decodes an opened recording frame by frame. What is damaged inside is skipped and counted. Confined to one thread; closes
 * what it reads from.
 */
final class FrameReader implements AutoCloseable {

    private final AudioInput input;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final AVFrame frame = avutil.av_frame_alloc();
    private long broken;
    private boolean ended;

    FrameReader(AudioInput input) {
        this.input = input;
    }

    /** The frame that {@link #next()} decoded; overwritten by the next call of it. */
    AVFrame frame() {
        return frame;
    }

    /** How often something could not be read or decoded and was left out. */
    long broken() {
        return broken;
    }

    /** Decodes the next frame that holds samples; false at the end. */
    boolean next() {
        while (true) {
            int got = avcodec.avcodec_receive_frame(input.codec(), frame);
            if (got == 0 && frame.nb_samples() > 0) {
                return true;
            }
            if (got < 0 && (ended || got == AVERROR_EOF)) {
                return false;
            }
            if (got < 0 && got != AVERROR_EAGAIN()) {
                broken++;
            }
            if (got < 0) {
                feed();
            }
        }
    }

    private void feed() {
        int read = avformat.av_read_frame(input.container(), packet);
        if (read < 0) {
            broken += read == AVERROR_EOF ? 0 : 1;
            ended = avcodec.avcodec_send_packet(input.codec(), null) < 0;
            return;
        }
        if (packet.stream_index() == input.stream() && avcodec.avcodec_send_packet(input.codec(), packet) < 0) {
            broken++;
        }
        avcodec.av_packet_unref(packet);
    }

    @Override
    public void close() {
        avutil.av_frame_free(frame);
        avcodec.av_packet_free(packet);
        input.close();
    }
}
