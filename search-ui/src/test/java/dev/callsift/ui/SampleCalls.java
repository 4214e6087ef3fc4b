package dev.callsift.ui;

import dev.callsift.pipeline.audio.AudioSummary;
import dev.callsift.pipeline.audio.ChannelLayout;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.metadata.CallMetadata;
import dev.callsift.pipeline.metadata.Direction;
import dev.callsift.pipeline.recording.RecordingKey;
import dev.callsift.pipeline.recording.RecordingObject;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.Evidence;
import dev.callsift.pipeline.tagging.Tag;
import dev.callsift.pipeline.transcript.Confidence;
import dev.callsift.pipeline.transcript.SpeechModelReference;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Utterance;
import dev.callsift.pipeline.transcript.Word;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A few calls written by hand, with words at known times: every word takes 400 ms, every turn begins where it says. */
final class SampleCalls {

    static final long WORD_MS = 400;
    static final long DURATION_MS = 90_000;
    /** Where the customer of {@link #CANCELLED} says "cancel". */
    static final long CANCEL_MS = 42_000 + 4 * WORD_MS;

    /** As addresses say it. */
    static final String CANCEL_SECONDS = "43.6";

    static final String CANCELLED = "2026/11/09/priya-07700900123.wav";
    static final String SAVED = "2026/11/10/tom-07700900456.wav";
    static final String ONE_VOICE = "old line/call 7.wav";
    static final String HOSTILE = "<script>alert(1)</script>\n😀.wav";

    static final SpeechModelReference MODEL =
            new SpeechModelReference("demo-en-8k", "3f2a9c41d07be6583f2a9c41d07be658", true);

    private SampleCalls() {}

    /** One turn: when it begins, who speaks, and the words; a word with a question mark was heard unsurely. */
    private record Line(long startMs, Speaker speaker, String words) {}

    static List<Transcript> transcripts(List<RecordingObject> recordings, String sha256) {
        return recordings.stream()
                .map(recording -> transcript(recording, sha256))
                .toList();
    }

    private static Transcript transcript(RecordingObject recording, String sha256) {
        String key = recording.key().value();
        boolean split = !key.equals(ONE_VOICE);
        return new Transcript(
                Transcript.SCHEMA_VERSION,
                recording.key().id(),
                new Transcript.Source(key, recording.etag(), recording.size(), sha256),
                metadata(key),
                new AudioSummary(
                        "wav/pcm_s16le",
                        8_000,
                        split ? 2 : 1,
                        split ? ChannelLayout.SPLIT : ChannelLayout.MONO,
                        DURATION_MS,
                        40_000,
                        key.equals(ONE_VOICE)
                                ? List.of("the header says 120.0 s, 90.0 s could be decoded")
                                : List.of()),
                MODEL,
                lines(key).stream().map(SampleCalls::utterance).toList());
    }

    private static CallMetadata metadata(String key) {
        return switch (key) {
            case CANCELLED ->
                call("1762700401.12", "2026-11-09T14:05:00+05:30", "Priya", "+91 98200 12345", Direction.INBOUND);
            case SAVED -> call("1762700402.7", "2026-11-10T09:31:00Z", "Tom", "07700 900456", Direction.OUTBOUND);
            default -> CallMetadata.UNKNOWN;
        };
    }

    private static CallMetadata call(String id, String at, String agent, String number, Direction direction) {
        return new CallMetadata(id, OffsetDateTime.parse(at), agent, number, direction, "orders");
    }

    private static List<Line> lines(String key) {
        return switch (key) {
            case CANCELLED ->
                List.of(
                        agent(1_000, "thank you for calling this is priya? how may i help you"),
                        customer(8_000, "hi my parcel was meant to arrive on monday and it is still not here"),
                        agent(16_000, "i am sorry to hear that let me look at the order for you"),
                        customer(25_000, "i have waited for a week now the courier? never even called me"),
                        agent(34_000, "i can see it is still at the depot it may take until friday"),
                        customer(42_000, "then i want to cancel the order please and get my money back"),
                        agent(50_000, "i understand i will cancel it now you get the refund in five days"),
                        customer(60_000, "all right thank you for the help"),
                        agent(66_000, "you are welcome goodbye"));
            case SAVED ->
                List.of(
                        agent(2_000, "hello this is tom i am calling about your order of the blue jacket"),
                        customer(10_000, "oh yes i was going to cancel that because it is too expensive"),
                        agent(19_000, "i could give you ten percent off if you keep it"),
                        customer(27_000, "okay that is fine then i keep it but can you make it a size large"),
                        agent(36_000, "of course i change it to large and send it tomorrow"));
            case ONE_VOICE ->
                List.of(
                        unknown(3_000, "good morning i would like to know where my order is"),
                        unknown(12_000, "it left our warehouse? yesterday and should be with you on thursday"),
                        unknown(22_000, "great i do not need to cancel? then thanks"));
            default -> List.of(customer(5_000, "can i counsel my order <b>please</b> it is the wrong colour"));
        };
    }

    private static Line agent(long startMs, String words) {
        return new Line(startMs, Speaker.AGENT, words);
    }

    private static Line customer(long startMs, String words) {
        return new Line(startMs, Speaker.CUSTOMER, words);
    }

    private static Line unknown(long startMs, String words) {
        return new Line(startMs, Speaker.UNKNOWN, words);
    }

    private static Utterance utterance(Line line) {
        List<Word> words = new ArrayList<>();
        long at = line.startMs();
        for (String word : line.words().split(" ", -1)) {
            Confidence confidence = new Confidence(word.endsWith("?") ? 0.41 : 0.97);
            words.add(new Word(word.replace("?", ""), at, at + WORD_MS - 50, confidence));
            at += WORD_MS;
        }
        return new Utterance(line.speaker(), words);
    }

    /** @return null for the call that has not been tagged yet */
    static @Nullable CallTags tags(Transcript transcript) {
        List<Tag> tags =
                switch (transcript.recording().key()) {
                    case CANCELLED ->
                        List.of(
                                tag(transcript, "cancel.requested", 0.96, 5, 1, 6),
                                tag(transcript, "cancel.confirmed", 0.93, 6, 2, 5),
                                tag(transcript, "reason.courier-delay", 0.88, 1, 2, 9),
                                tag(transcript, "topic.delivery-delay", 0.71, 1, 10, 13));
                    case SAVED ->
                        List.of(
                                tag(transcript, "cancel.requested", 0.82, 1, 2, 7),
                                tag(transcript, "cancel.saved", 0.9, 3, 4, 7),
                                tag(transcript, "reason.price", 0.87, 1, 10, 12),
                                tag(transcript, "modify.size", 0.95, 3, 9, 15));
                    default -> List.of();
                };
        boolean hostile = transcript.recording().key().equals(HOSTILE);
        return hostile
                ? null
                : new CallTags(CallTags.SCHEMA_VERSION, transcript.id(), "en-1 4c1d", "", tags, List.of());
    }

    private static Tag tag(Transcript transcript, String code, double sure, int utterance, int first, int last) {
        List<Word> words = transcript.utterances().get(utterance).words().subList(first, last + 1);
        String text = String.join(" ", words.stream().map(Word::text).toList());
        Evidence evidence = new Evidence(
                utterance,
                first,
                last,
                words.getFirst().startMs(),
                words.getLast().endMs(),
                text,
                "rule:" + code + "/said",
                new Confidence(sure));
        return new Tag(code, new Confidence(sure), List.of(evidence));
    }

    static String id(String key) {
        return new RecordingKey(key).id();
    }
}
