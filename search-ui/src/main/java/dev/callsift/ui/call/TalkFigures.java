package dev.callsift.ui.call;

import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Utterance;
import java.util.Comparator;
import java.util.List;

/**
 * How two people talked: who how much and how fast, how long nobody spoke, and who cut the other short. From the times of the words
 * that were recognized, so speech that was not recognized counts as silence.
 *
 * @param silence the longest time within the call in which nobody speaks; before the first word and after the last does not count
 */
record TalkFigures(Voice agent, Voice customer, Silence silence) {

    /** Talking on for less than this when the other begins is no interruption, it is how people take turns. */
    static final long OVERLAP_MS = 500;

    /** Fewer words than this beside the other's speech, such as "yes" and "I see", say "go on". */
    static final int FEWEST_WORDS = 3;

    /** @param atMs where it begins */
    record Silence(long atMs, long lengthMs) {}

    /**
     * @param talkMs from the first to the last word of each utterance, summed
     * @param interruptions how often this one began with three words or more while the other was speaking, and went on for half
     *     a second or more
     */
    record Voice(long talkMs, int words, int interruptions) {

        /** 0 for someone who did not speak. */
        int wordsPerMinute() {
            return talkMs == 0 ? 0 : Math.toIntExact(Math.round(60_000.0 * words / talkMs));
        }
    }

    static TalkFigures of(Transcript transcript) {
        List<Utterance> said = transcript.utterances().stream()
                .sorted(Comparator.comparingLong(Utterance::startMs))
                .toList();
        return new TalkFigures(voice(said, Speaker.AGENT), voice(said, Speaker.CUSTOMER), silence(said));
    }

    /** The agent's part of what both said, in percent; 0 where neither spoke. */
    int agentPercent() {
        long both = agent.talkMs() + customer.talkMs();
        return both == 0 ? 0 : Math.toIntExact(Math.round(100.0 * agent.talkMs() / both));
    }

    private static Voice voice(List<Utterance> said, Speaker speaker) {
        List<Utterance> own =
                said.stream().filter(each -> each.speaker() == speaker).toList();
        return new Voice(
                own.stream().mapToLong(each -> each.endMs() - each.startMs()).sum(),
                own.stream().mapToInt(each -> each.words().size()).sum(),
                (int) own.stream().filter(each -> interrupts(each, said)).count());
    }

    private static boolean interrupts(Utterance one, List<Utterance> said) {
        return one.words().size() >= FEWEST_WORDS
                && said.stream()
                        .filter(other -> other.speaker() != one.speaker() && other.startMs() < one.startMs())
                        .anyMatch(other -> Math.min(other.endMs(), one.endMs()) - one.startMs() >= OVERLAP_MS);
    }

    private static Silence silence(List<Utterance> said) {
        Silence longest = new Silence(0, 0);
        long spokenUntil = said.isEmpty() ? 0 : said.getFirst().endMs();
        for (Utterance each : said) {
            if (each.startMs() - spokenUntil > longest.lengthMs()) {
                longest = new Silence(spokenUntil, each.startMs() - spokenUntil);
            }
            spokenUntil = Math.max(spokenUntil, each.endMs());
        }
        return longest;
    }
}
