package dev.callsift.pipeline.index;

import dev.callsift.pipeline.index.SpokenField.Voice;
import dev.callsift.pipeline.index.WordTokens.Token;
import dev.callsift.pipeline.metadata.CallMetadata;
import dev.callsift.pipeline.tagging.CallTags;
import dev.callsift.pipeline.tagging.Tag;
import dev.callsift.pipeline.transcript.Transcript;
import dev.callsift.pipeline.transcript.Utterance;
import dev.callsift.pipeline.transcript.Word;
import java.time.OffsetDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.FloatDocValuesField;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.jspecify.annotations.Nullable;

/** Makes the Lucene document of one call. */
final class CallDocument {

    private static final int LONGEST_KEYWORD = 256;
    private static final FieldType SPOKEN = spoken();

    private final Document document = new Document();
    private final Transcript transcript;
    private final CallTags tags;
    private final OrderFacts order;

    private CallDocument(Transcript transcript, CallTags tags, OrderFacts order) {
        this.transcript = transcript;
        this.tags = tags;
        this.order = order;
    }

    static Document of(Transcript transcript, CallTags tags, OrderFacts order) {
        CallDocument made = new CallDocument(transcript, tags, order);
        made.addWords();
        made.addFacts();
        made.addTags();
        made.addOrder();
        return made.document;
    }

    private static FieldType spoken() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.setTokenized(true);
        type.freeze();
        return type;
    }

    private void addWords() {
        PositionMap map = PositionMap.of(transcript);
        PositionCodec codec = new PositionCodec(map);
        document.add(new BinaryDocValuesField(CallFields.TURNS, codec.turns()));
        document.add(new BinaryDocValuesField(CallFields.WORD_TIMES, codec.words()));
        document.add(new FloatDocValuesField(
                CallFields.CONFIDENCE, (float) map.meanConfidence().value()));
        List<Heard> heard = heard(map);
        for (SpokenField field : SpokenField.values()) {
            for (Voice voice : Voice.values()) {
                document.add(new Field(field.of(voice), new WordTokens(tokens(heard, field, voice)), SPOKEN));
            }
        }
        StoredCall.addTo(document, transcript, tags, order, map.meanConfidence());
    }

    /**
     * A word with its forms, made once for all the fields it goes into.
     *
     * @param next forms of the word that its speaker says at once after it, where the recognizer is sure of that one
     */
    private record Heard(
            int position,
            SpokenWord word,
            WordForms forms,
            @Nullable WordForms next) {

        boolean isIn(SpokenField field, Voice voice) {
            return !forms.silent() && field.holds(word.speaker(), voice);
        }

        /** Positions leave a gap where the speaker changes. */
        Heard before(Heard following) {
            boolean atOnce = following.position == position + 1;
            return atOnce && !following.forms.silent() && !following.word.doubtful()
                    ? new Heard(position, word, forms, following.forms)
                    : this;
        }
    }

    private List<Heard> heard(PositionMap map) {
        List<Heard> heard = new ArrayList<>();
        Map<String, WordForms> known = new HashMap<>();
        for (int u = 0; u < transcript.utterances().size(); u++) {
            Utterance utterance = transcript.utterances().get(u);
            for (int w = 0; w < utterance.words().size(); w++) {
                Word word = utterance.words().get(w);
                heard.add(new Heard(
                        map.position(u, w), map.word(u, w), known.computeIfAbsent(word.text(), WordForms::of), null));
            }
        }
        for (int i = 0; i + 1 < heard.size(); i++) {
            heard.set(i, heard.get(i).before(heard.get(i + 1)));
        }
        return heard;
    }

    private static List<Token> tokens(List<Heard> heard, SpokenField field, Voice voice) {
        List<Token> tokens = new ArrayList<>(heard.size());
        for (Heard one : heard) {
            if (one.isIn(field, voice)) {
                field.terms(one.word(), one.forms(), one.next())
                        .forEach(term -> tokens.add(new Token(one.position(), term)));
            }
        }
        return tokens;
    }

    private void addFacts() {
        CallMetadata call = transcript.call();
        keyword(CallFields.ID, transcript.id());
        addStart(call.startedAt());
        document.add(new LongField(CallFields.DURATION, transcript.audio().durationMs(), Field.Store.NO));
        keyword(CallFields.AGENT, call.agent());
        keyword(CallFields.QUEUE, call.queue());
        keyword(CallFields.DIRECTION, call.direction().name().toLowerCase(Locale.ROOT));
        addNumber(call.customerNumber());
        keyword(CallFields.MODEL, transcript.speechModel().name());
        keyword(CallFields.MODEL_HASH, transcript.speechModel().hash());
    }

    private void addStart(@Nullable OffsetDateTime start) {
        if (start != null) {
            document.add(new LongField(CallFields.STARTED, start.toInstant().toEpochMilli(), Field.Store.NO));
        }
        keyword(CallFields.WEEK, start == null ? null : week(start));
        keyword(CallFields.DAY, start == null ? null : start.toLocalDate().toString());
        keyword(CallFields.HOUR, start == null ? null : String.format(Locale.ROOT, "%02d", start.getHour()));
    }

    private static String week(OffsetDateTime start) {
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                start.get(IsoFields.WEEK_BASED_YEAR),
                start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private void addNumber(@Nullable String number) {
        keyword(CallFields.NUMBER, number);
        String digits = number == null ? "" : number.replaceAll("\\D", "");
        if (!digits.isEmpty() && !digits.equals(number)) {
            keyword(CallFields.NUMBER, digits);
        }
        if (!digits.isEmpty()) {
            String reversed = new StringBuilder(digits).reverse().toString();
            document.add(new StringField(CallFields.NUMBER_REVERSED, cut(reversed), Field.Store.NO));
        }
    }

    private void addTags() {
        keyword(CallFields.TAXONOMY, tags.taxonomy());
        keyword(CallFields.MODELS, tags.models());
        document.add(new BinaryDocValuesField(
                CallFields.FINDINGS, Findings.of(transcript, tags).encode()));
        // a taxonomy is one language's, and begins with it: en-1
        keyword(CallFields.LANGUAGE, tags.taxonomy().split("[-\\s]", 2)[0]);
        for (Tag tag : tags.tags()) {
            keyword(CallFields.TAG, tag.code());
            if (tag.code().indexOf('.') > 0) {
                keyword(
                        CallFields.family(tag.code()),
                        tag.code().substring(tag.code().indexOf('.') + 1));
            }
        }
        if (tags.tags().stream().noneMatch(tag -> tag.code().startsWith("cancel."))) {
            keyword(CallFields.OUTCOME, "none");
        }
    }

    private void addOrder() {
        keyword(CallFields.ORDER, order.number());
        keyword(CallFields.COURIER, order.courier());
        if (order.products().isEmpty()) {
            keyword(CallFields.PRODUCT, null);
        }
        order.products().forEach(product -> keyword(CallFields.PRODUCT, product));
    }

    private void keyword(String field, @Nullable String value) {
        String known = value == null || value.isBlank() ? CallFields.UNKNOWN : value.strip();
        document.add(new KeywordField(field, cut(known), Field.Store.NO));
    }

    private static String cut(String value) {
        return value.length() > LONGEST_KEYWORD ? value.substring(0, LONGEST_KEYWORD) : value;
    }
}
