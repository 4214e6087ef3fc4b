package dev.callsift.pipeline.index;

import dev.callsift.pipeline.audio.Speaker;
import dev.callsift.pipeline.tagging.AgentAnswer;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.Evidence;
import dev.callsift.pipeline.tagging.Tag;
import dev.callsift.pipeline.transcript.Confidence;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Utterance;
import dev.callsift.pipeline.transcript.Word;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.util.BytesRef;

/**
 * What the tagger found in a call, small enough to be read for every call of a week: of each tag its best quote, of each
 * modification request what the agent said to it.
 */
public record Findings(List<Quote> quotes, List<Change> changes) {

    /** How many words stand before and after the words that show a tag. */
    private static final int AROUND = 7;

    private static final Comparator<Evidence> BEST =
            Comparator.comparing(Evidence::confidence).thenComparing(Evidence::startMs, Comparator.reverseOrder());

    /**
     * The words of a call that show a tag best, with some of what is said around them.
     *
     * @param confidence of the tag
     * @param startMs where the words that show it begin
     */
    public record Quote(String code, Confidence confidence, Speaker speaker, long startMs, String words) {}

    /** A modification request, and what the agent said to it. */
    public record Change(String type, AgentAnswer answer) {}

    public Findings {
        quotes = List.copyOf(quotes);
        changes = List.copyOf(changes);
    }

    static Findings of(Transcript transcript, CallTags tags) {
        return new Findings(
                tags.tags().stream().map(tag -> quote(transcript, tag)).toList(),
                tags.modifications().stream()
                        .map(request -> new Change(request.type(), request.answer()))
                        .toList());
    }

    private static Quote quote(Transcript transcript, Tag tag) {
        Evidence best = tag.evidence().stream().max(BEST).orElseThrow();
        if (best.utterance() >= transcript.utterances().size()) {
            return new Quote(tag.code(), tag.confidence(), Speaker.UNKNOWN, best.startMs(), plain(best.words()));
        }
        Utterance utterance = transcript.utterances().get(best.utterance());
        return new Quote(
                tag.code(), tag.confidence(), utterance.speaker(), best.startMs(), around(utterance.words(), best));
    }

    private static String around(List<Word> words, Evidence evidence) {
        int from = Math.min(words.size(), Math.max(0, evidence.firstWord() - AROUND));
        int to = Math.min(words.size(), evidence.lastWord() + 1 + AROUND);
        String said = words.subList(from, to).stream().map(Word::text).collect(Collectors.joining(" "));
        return plain((from > 0 ? "… " : "") + said + (to < words.size() ? " …" : ""));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    BytesRef encode() {
        List<String> lines = new ArrayList<>();
        quotes.forEach(quote -> lines.add(String.join(
                "\t",
                quote.code(),
                Double.toString(quote.confidence().value()),
                quote.speaker().name(),
                Long.toString(quote.startMs()),
                quote.words())));
        changes.forEach(
                change -> lines.add(change.type() + "\t" + change.answer().name()));
        return new BytesRef(String.join("\n", lines));
    }

    /** What was written into {@link CallFields#FINDINGS}. */
    public static Findings decode(BytesRef bytes) {
        List<Quote> quotes = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        String text = new String(bytes.bytes, bytes.offset, bytes.length, StandardCharsets.UTF_8);
        text.lines().map(line -> line.split("\t", -1)).forEach(parts -> {
            if (parts.length == 2) {
                changes.add(new Change(parts[0], AgentAnswer.valueOf(parts[1])));
            } else {
                quotes.add(new Quote(
                        parts[0],
                        new Confidence(Double.parseDouble(parts[1])),
                        Speaker.valueOf(parts[2]),
                        Long.parseLong(parts[3]),
                        parts[4]));
            }
        });
        return new Findings(quotes, changes);
    }
}
