package dev.callsift.pipeline.transcript;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.callsift.pipeline.audio.AudioSummary;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.recording.QuarantineReason;
import java.util.Base64;
import java.util.List;

/**
 * What parent and child say to each other, one JSON object per line; {@code docs/recognizer-protocol.md} tells the whole
 * conversation. A name here is a name on the wire.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Message.Open.class, name = "open"),
    @JsonSubTypes.Type(value = Message.Recognize.class, name = "recognize"),
    @JsonSubTypes.Type(value = Message.Cancel.class, name = "cancel"),
    @JsonSubTypes.Type(value = Message.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = Message.Unusable.class, name = "unusable"),
    @JsonSubTypes.Type(value = Message.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = Message.Segment.class, name = "segment"),
    @JsonSubTypes.Type(value = Message.Peaks.class, name = "peaks"),
    @JsonSubTypes.Type(value = Message.Recognized.class, name = "recognized"),
    @JsonSubTypes.Type(value = Message.Refused.class, name = "refused")
})
sealed interface Message {

    /** Raised with every change that an older side would misunderstand. */
    int PROTOCOL = 2;

    /** Parent to child. */
    sealed interface ToChild extends Message {}

    /** Child to parent. */
    sealed interface ToParent extends Message {}

    /** Child to parent, about one recording. */
    sealed interface Answer extends ToParent {
        long id();
    }

    /**
     * The first line the child gets.
     *
     * @param model the speech model's folder
     * @param sampleRate the model's, in Hz
     * @param threads that recognize
     * @param listening whether to all of a recording or only to the speech in it
     */
    record Open(int protocol, String model, int sampleRate, int threads, Listening listening) implements ToChild {}

    /** Asks for one recording. The channels are those of {@code ChannelAssignment}. */
    record Recognize(long id, String key, String file, int agent, int customer, boolean explicit) implements ToChild {}

    /** Nobody waits for this recording any more; what is still said about it is ignored. */
    record Cancel(long id) implements ToChild {}

    /** The model is loaded and has recognized a second of silence; requests are welcome. */
    record Ready(int protocol) implements ToParent {}

    /** The model cannot be used; the child ends. */
    record Unusable(String detail) implements ToParent {}

    /** A sign of life: how far the recording is decoded, and how far its header says it goes (0 when it says nothing). */
    record Progress(long id, long decodedMs, long expectedMs) implements Answer {}

    /** The words of one stretch of speech, as soon as they are known, in no particular order of stretches. */
    record Segment(long id, int channel, Speaker speaker, long startMs, long endMs, List<Word> words)
            implements Answer {
        public Segment {
            words = List.copyOf(words);
        }
    }

    /**
     * How loud a channel is, a chunk at a time, in the order of time.
     *
     * @param values a byte for each {@value dev.callsift.pipeline.audio.SegmentSink#PEAK_MS} ms as Base64
     */
    record Peaks(long id, int channel, Speaker speaker, String values) implements Answer {
        public Peaks {
            if (Base64.getDecoder().decode(values).length == 0) {
                throw new IllegalArgumentException("peaks without a value");
            }
        }

        byte[] bytes() {
            return Base64.getDecoder().decode(values);
        }
    }

    /** The recording is done; all its segments and peaks were sent before. Processor times in microseconds. */
    record Recognized(long id, AudioSummary audio, long recognizerCpuMicros, long otherCpuMicros) implements Answer {}

    /** The recording cannot be done, and is to blame for it. */
    record Refused(long id, QuarantineReason reason, String detail) implements Answer {}
}
