package dev.callsift.pipeline.evaluation;

import dev.callsift.pipeline.audio.AudioSummary;
import dev.callsift.pipeline.audio.ChannelLayout;
import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.metadata.CallMetadata;
import dev.callsift.pipeline.metadata.Direction;
import dev.callsift.pipeline.recording.RecordingKey;
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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Makes up calls in any number, to measure with: about {@value #WORDS} words each, in turns whose words follow one another as in
 * real dialogues, with names and products strewn in. A call is about few things, so most words are in few calls. Frequencies fall
 * as in speech: a few hundred words make up most of it, and new ones keep coming. The same number is always the same call. Tags are drawn, not found: they say nothing of the words.
 */
public final class SyntheticCalls {

    public static final int WORDS = 700;

    private static final SpeechModelReference MODEL = new SpeechModelReference("made-up", "0".repeat(64), false);
    private static final OffsetDateTime NEWEST = OffsetDateTime.parse("2026-11-22T18:00:00+05:30");
    private static final int DAYS = 364;
    private static final int AGENTS = 60;
    private static final int WORD_MS = 330;
    private static final int GAP_MS = 70;
    private static final int PAUSE_MS = 900;
    private static final List<String> QUEUES = List.of("orders", "delivery", "returns", "payments");
    private static final List<String> OUTCOMES = List.of("cancel.requested", "cancel.confirmed", "cancel.saved");
    private static final List<String> REASONS = List.of(
            "reason.delivery-date",
            "reason.courier-delay",
            "reason.price",
            "reason.wrong-or-damaged",
            "reason.changed-mind",
            "reason.product-doubt",
            "reason.payment",
            "reason.mistake",
            "reason.unreachable",
            "reason.address");
    private static final List<String> MODIFICATIONS = List.of(
            "modify.address",
            "modify.size",
            "modify.schedule",
            "modify.quantity",
            "modify.item",
            "modify.colour",
            "modify.payment-method",
            "modify.contact");
    private static final List<String> TOPICS = List.of(
            "topic.order-status",
            "topic.delivery-delay",
            "topic.return-refund",
            "topic.callback",
            "topic.repeat-contact",
            "topic.escalation");

    /** What a call is about: so many dialogues, … */
    private static final int SUBJECTS = 3;
    /** … from which so many of a hundred turns are; the others are from any. */
    private static final int ON_SUBJECT_PERCENT = 85;

    private final List<Subject> subjects;
    private final Subject anything;
    private final long seed;

    /** How the two speakers talk about something. */
    private record Subject(WordChain agent, WordChain customer) {

        static Subject of(List<GroundTruth> dialogues) {
            return new Subject(WordChain.of(dialogues, Speaker.AGENT), WordChain.of(dialogues, Speaker.CUSTOMER));
        }

        WordChain of(Speaker speaker) {
            return speaker == Speaker.AGENT ? agent : customer;
        }
    }

    /** @param dialogues whose words follow one another, each with both speakers; several dozens at least */
    public SyntheticCalls(List<GroundTruth> dialogues, long seed) {
        this.subjects =
                dialogues.stream().map(each -> Subject.of(List.of(each))).toList();
        this.anything = Subject.of(dialogues);
        this.seed = seed;
    }

    /** A call with its tags. */
    public record SyntheticCall(Transcript transcript, CallTags tags) {}

    /** @param number of the call */
    public SyntheticCall call(int number) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        RecordingKey key = new RecordingKey(String.format(Locale.ROOT, "made-up/%07d.wav", number));
        List<Utterance> utterances = utterances(random);
        long end = utterances.getLast().endMs() + PAUSE_MS;
        Transcript transcript = new Transcript(
                Transcript.SCHEMA_VERSION,
                key.id(),
                new Transcript.Source(key.value(), "1", end * 16, "0".repeat(64)),
                facts(random),
                new AudioSummary("wav/pcm_s16le", 8_000, 2, ChannelLayout.SPLIT, end, end, List.of()),
                MODEL,
                utterances);
        return new SyntheticCall(transcript, tags(key.id(), utterances.getFirst(), random));
    }

    private List<Utterance> utterances(SplittableRandom random) {
        List<Utterance> utterances = new ArrayList<>();
        List<Subject> about = random.ints(SUBJECTS, 0, subjects.size())
                .mapToObj(subjects::get)
                .toList();
        int wanted = WORDS / 2 + random.nextInt(WORDS);
        long at = 1_000;
        for (int words = 0; words < wanted; ) {
            Speaker speaker = utterances.size() % 2 == 0 ? Speaker.AGENT : Speaker.CUSTOMER;
            boolean onSubject = random.nextInt(100) < ON_SUBJECT_PERCENT;
            Subject subject = onSubject ? about.get(random.nextInt(SUBJECTS)) : anything;
            List<String> said = subject.of(speaker).turn(random);
            Utterance utterance = spoken(speaker, said, at, random);
            utterances.add(utterance);
            words += said.size();
            // now and then one speaks before the other has ended
            at = Math.max(0, utterance.endMs() + random.nextInt(-PAUSE_MS / 3, PAUSE_MS));
        }
        utterances.sort(Comparator.comparingLong(Utterance::startMs));
        return utterances;
    }

    private static Utterance spoken(Speaker speaker, List<String> said, long from, SplittableRandom random) {
        List<Word> words = new ArrayList<>(said.size());
        long at = from;
        for (String text : said) {
            double sure = random.nextInt(100) < 7 ? 0.3 + 0.6 * random.nextDouble() : 0.9 + 0.1 * random.nextDouble();
            words.add(new Word(text, at, at + WORD_MS, new Confidence(sure)));
            at += WORD_MS + random.nextInt(2 * GAP_MS);
        }
        return new Utterance(speaker, words);
    }

    private static CallMetadata facts(SplittableRandom random) {
        OffsetDateTime at = NEWEST.minusDays(random.nextInt(DAYS)).minusSeconds(random.nextInt(9 * 3_600));
        return new CallMetadata(
                null,
                at,
                "Agent " + (1 + frequentFirst(AGENTS, random)),
                String.format(Locale.ROOT, "+9198%08d", random.nextInt(100_000_000)),
                random.nextInt(10) < 7 ? Direction.INBOUND : Direction.OUTBOUND,
                QUEUES.get(frequentFirst(QUEUES.size(), random)));
    }

    /** A third of the calls are about a cancellation, a quarter about a change. */
    private static CallTags tags(String id, Utterance first, SplittableRandom random) {
        List<Tag> tags = new ArrayList<>();
        if (random.nextInt(100) < 33) {
            tags.add(tag(OUTCOMES.get(frequentFirst(OUTCOMES.size(), random)), first));
            tags.add(tag(REASONS.get(frequentFirst(REASONS.size(), random)), first));
        }
        if (random.nextInt(100) < 25) {
            tags.add(tag(MODIFICATIONS.get(frequentFirst(MODIFICATIONS.size(), random)), first));
        }
        if (random.nextInt(100) < 60) {
            tags.add(tag(TOPICS.get(frequentFirst(TOPICS.size(), random)), first));
        }
        return new CallTags(CallTags.SCHEMA_VERSION, id, "en-1 made-up", "", tags, List.of());
    }

    private static Tag tag(String code, Utterance first) {
        Word word = first.words().getFirst();
        Confidence sure = new Confidence(0.9);
        return new Tag(
                code, sure, List.of(new Evidence(0, 0, 0, word.startMs(), word.endMs(), word.text(), "made-up", sure)));
    }

    private static int frequentFirst(int count, SplittableRandom random) {
        return WordChain.zipf(count, random);
    }
}
