package dev.callsift.pipeline.audio;

import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_BITRATE;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import dev.callsift.pipeline.recording.QuarantineReason;
import dev.callsift.pipeline.recording.RecordingFaultException;
import dev.callsift.pipeline.recording.RecordingKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;

/** An opened recording: its container, its first audio stream and the decoder for it. Confined to one thread; close it. */
final class AudioInput implements AutoCloseable {

    /**
     * The containers that recordings come in. Playlists and scripts, which could make FFmpeg open other files, are not among
     * them.
     */
    private static final String CONTAINERS =
            "wav,w64,aiff,caf,au,mp3,ogg,flac,mov,mp4,m4a,3gp,3g2,mj2,aac,amr,amrnb,amrwb,"
                    + "gsm,matroska,webm,asf,ac3,voc";

    static {
        // FFmpeg writes to standard error by itself; what matters goes into the reason instead
        avutil.av_log_set_level(AV_LOG_QUIET);
    }

    private final AVFormatContext container;
    private final FileStart start;
    private final AVCodecContext codec = avcodec.avcodec_alloc_context3(null);
    private int stream = -1;
    private String format = "";

    private AudioInput(AVFormatContext container, FileStart start) {
        this.container = container;
        this.start = start;
    }

    /** @throws RecordingFaultException when the file is empty, no audio, or too damaged to be opened */
    static AudioInput open(RecordingKey key, Path file) {
        FileStart start = FileStart.of(key, file);
        AudioInput input = new AudioInput(openContainer(key, file, start), start);
        try {
            input.openStream(key);
            return input;
        } catch (RuntimeException e) {
            input.close();
            throw e;
        }
    }

    private static AVFormatContext openContainer(RecordingKey key, Path file, FileStart start) {
        AVFormatContext container = avformat.avformat_alloc_context();
        AVDictionary options = new AVDictionary(null);
        avutil.av_dict_set(options, "format_whitelist", CONTAINERS, 0);
        avutil.av_dict_set(options, "protocol_whitelist", "file", 0);
        if (start.lengthUnknown()) {
            avutil.av_dict_set(options, "ignore_length", "1", 0);
        }
        int opened = avformat.avformat_open_input(container, "file:" + file.toAbsolutePath(), null, options);
        avutil.av_dict_free(options);
        if (opened < 0) {
            throw refusal(key, start, message(opened)); // FFmpeg has freed the container
        }
        return container;
    }

    private void openStream(RecordingKey key) {
        avformat.avformat_find_stream_info(container, (AVDictionary) null);
        stream = avformat.av_find_best_stream(container, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
        if (stream < 0) {
            throw refusal(key, start, "a " + containerName() + " file without sound");
        }
        AVStream audio = container.streams(stream);
        for (int i = 0; i < container.nb_streams(); i++) {
            container.streams(i).discard(i == stream ? avcodec.AVDISCARD_DEFAULT : avcodec.AVDISCARD_ALL);
        }
        int id = audio.codecpar().codec_id();
        format = containerName() + "/" + avcodec.avcodec_get_name(id).getString();
        AVCodec decoder = avcodec.avcodec_find_decoder(id);
        avcodec.avcodec_parameters_to_context(codec, audio.codecpar());
        codec.thread_count(1);
        if (decoder == null || avcodec.avcodec_open2(codec, decoder, (AVDictionary) null) < 0) {
            throw refusal(
                    key,
                    start,
                    format + " with " + codec.sample_rate() + " Hz and "
                            + codec.ch_layout().nb_channels() + " channels cannot be decoded");
        }
    }

    AVFormatContext container() {
        return container;
    }

    AVCodecContext codec() {
        return codec;
    }

    int stream() {
        return stream;
    }

    String format() {
        return format;
    }

    /** The length the file should have, in milliseconds, perhaps reckoned from its size; 0 when unknown. */
    long expectedMs() {
        long duration = container.duration();
        return duration == AV_NOPTS_VALUE || duration < 0 ? 0 : duration / 1_000;
    }

    /** The length the file itself says it has, in milliseconds; 0 when it says nothing. */
    long claimedMs() {
        // FFmpeg corrects a WAV header by the file's size, so that the lie is no longer seen
        boolean reckoned = container.duration_estimation_method() == AVFMT_DURATION_FROM_BITRATE;
        return Math.max(start.claimedMs(), reckoned ? 0 : expectedMs());
    }

    /** A recording's signature with rubbish behind it is a damaged recording; anything else never was one. */
    private static RecordingFaultException refusal(RecordingKey key, FileStart start, String detail) {
        QuarantineReason reason = start.looksLikeAudio() ? QuarantineReason.BROKEN : QuarantineReason.NOT_AUDIO;
        return new RecordingFaultException(key, reason, start.looksLikeAudio() ? detail : start.description());
    }

    private String containerName() {
        String names = container.iformat().name().getString();
        return names.startsWith("mov,") ? "mp4" : names.split(",", 2)[0];
    }

    static String message(int error) {
        byte[] text = new byte[128];
        avutil.av_strerror(error, text, text.length);
        String all = new String(text, StandardCharsets.UTF_8);
        return all.substring(0, all.indexOf('\0'));
    }

    @Override
    public void close() {
        avcodec.avcodec_free_context(codec);
        avformat.avformat_close_input(container);
    }
}
