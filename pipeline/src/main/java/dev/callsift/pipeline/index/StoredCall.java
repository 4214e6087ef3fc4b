package dev.callsift.pipeline.index;

import dev.callsift.pipeline.metadata.CallMetadata;
import dev.callsift.pipeline.metadata.Direction;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.Tag;
import dev.callsift.pipeline.transcript.Confidence;
import dev.callsift.pipeline.transcript.SpeechModelReference;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Utterance;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.jspecify.annotations.Nullable;

/** What a call's document gives back: facts, words and the position map, read apart from each other. */
public final class StoredCall {

    private static final String TEXT = "text";
    private static final String KEY = "key";
    private static final String CALL_ID = "call_id";
    private static final String STARTED_AT = "started_at";
    private static final String DEMONSTRATION = "demonstration";
    private static final String TAG_FOUND = "tag_found";
    private static final String PREFIX = "stored_";

    private final Document document;

    private StoredCall(Document document) {
        this.document = document;
    }

    static void addTo(
            Document document, Transcript transcript, CallTags tags, OrderFacts order, Confidence confidence) {
        CallMetadata call = transcript.call();
        store(document, CallFields.ID, transcript.id());
        store(document, KEY, transcript.recording().key());
        store(document, CALL_ID, call.callId());
        store(
                document,
                STARTED_AT,
                call.startedAt() == null ? null : call.startedAt().toString());
        store(document, CallFields.AGENT, call.agent());
        store(document, CallFields.NUMBER, call.customerNumber());
        store(document, CallFields.DIRECTION, call.direction().name());
        store(document, CallFields.QUEUE, call.queue());
        store(document, CallFields.DURATION, Long.toString(transcript.audio().durationMs()));
        store(document, CallFields.CONFIDENCE, Double.toString(confidence.value()));
        store(document, CallFields.MODEL, transcript.speechModel().name());
        store(document, CallFields.MODEL_HASH, transcript.speechModel().hash());
        store(document, DEMONSTRATION, Boolean.toString(transcript.speechModel().demonstration()));
        store(document, CallFields.TAXONOMY, tags.taxonomy());
        tags.tags().forEach(tag -> store(document, TAG_FOUND, written(tag)));
        store(document, CallFields.ORDER, order.number());
        order.products().forEach(product -> store(document, CallFields.PRODUCT, product));
        store(document, CallFields.COURIER, order.courier());
        store(
                document,
                TEXT,
                transcript.utterances().stream().map(StoredCall::line).collect(Collectors.joining("\n")));
    }

    private static void store(Document document, String field, @Nullable String value) {
        if (value != null) {
            document.add(new StoredField(PREFIX + field, value));
        }
    }

    private static String written(Tag tag) {
        return tag.code() + "\t" + tag.confidence().value() + "\t"
                + tag.evidence().getFirst().startMs();
    }

    /** Words are parted by spaces, so a space within a word, which no model we know has, becomes an unbreakable one. */
    private static String line(Utterance utterance) {
        return utterance.words().stream()
                .map(word -> word.text().strip().replaceAll("\\s", "\u00a0"))
                .collect(Collectors.joining(" "));
    }

    /** Facts and words of a call, in one read. */
    public static StoredCall read(IndexReader reader, int document) throws IOException {
        return new StoredCall(reader.storedFields().document(document));
    }

    /** The position map of a call, without touching what is stored. */
    public static PositionMap positions(IndexReader reader, int document) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        return positions(leaf, document - leaf.docBase);
    }

    /** The position map of a call, by its number within a segment. */
    public static PositionMap positions(LeafReaderContext leaf, int document) throws IOException {
        BinaryDocValues turns = DocValues.getBinary(leaf.reader(), CallFields.TURNS);
        BinaryDocValues words = DocValues.getBinary(leaf.reader(), CallFields.WORD_TIMES);
        if (!turns.advanceExact(document) || !words.advanceExact(document)) {
            throw PositionCodec.noPositions(document);
        }
        return PositionCodec.decode(turns.binaryValue(), words.binaryValue());
    }

    /** The words of each utterance as recognized, utterances and words in the transcript's order. */
    public List<List<String>> words() {
        String text = text(TEXT);
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split("\n", -1))
                        .map(line -> List.of(line.split(" ", -1)))
                        .toList();
    }

    /**
     * The words of one utterance, without taking the others apart.
     *
     * @param utterance its number in the transcript
     */
    public List<String> words(int utterance) {
        String text = text(TEXT);
        int from = 0;
        for (int before = 0; before < utterance; before++) {
            int end = text.indexOf('\n', from);
            if (end < 0) {
                throw new IndexOutOfBoundsException("no utterance " + utterance + ", there are " + (before + 1));
            }
            from = end + 1;
        }
        int end = text.indexOf('\n', from);
        return List.of(text.substring(from, end < 0 ? text.length() : end).split(" ", -1));
    }

    public IndexedCall facts() {
        return new IndexedCall(
                text(CallFields.ID),
                text(KEY),
                metadata(),
                order(),
                Long.parseLong(text(CallFields.DURATION)),
                new Confidence(Double.parseDouble(text(CallFields.CONFIDENCE))),
                new SpeechModelReference(
                        text(CallFields.MODEL), text(CallFields.MODEL_HASH), Boolean.parseBoolean(text(DEMONSTRATION))),
                text(CallFields.TAXONOMY),
                Arrays.stream(document.getValues(PREFIX + TAG_FOUND))
                        .map(StoredCall::readTag)
                        .toList());
    }

    private CallMetadata metadata() {
        String startedAt = known(STARTED_AT);
        return new CallMetadata(
                known(CALL_ID),
                startedAt == null ? null : OffsetDateTime.parse(startedAt),
                known(CallFields.AGENT),
                known(CallFields.NUMBER),
                Direction.valueOf(text(CallFields.DIRECTION)),
                known(CallFields.QUEUE));
    }

    private OrderFacts order() {
        return new OrderFacts(
                known(CallFields.ORDER),
                List.of(document.getValues(PREFIX + CallFields.PRODUCT)),
                known(CallFields.COURIER));
    }

    private static IndexedCall.FoundTag readTag(String written) {
        String[] parts = written.split("\t", 3);
        return new IndexedCall.FoundTag(
                parts[0], new Confidence(Double.parseDouble(parts[1])), Long.parseLong(parts[2]));
    }

    private @Nullable String known(String field) {
        return document.get(PREFIX + field);
    }

    private String text(String field) {
        String value = known(field);
        return value == null ? "" : value;
    }
}
