package dev.callsift.pipeline.transcript;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Lays a transcript out for people: indented, but each word on one line. */
final class TranscriptLayout extends DefaultPrettyPrinter {

    /** The document, the list of utterances, an utterance, its list of words, a word. */
    private static final int WORD_DEPTH = 5;

    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");

    private int depth;

    TranscriptLayout() {
        indentArraysWith(INDENTER);
        indentObjectsWith(INDENTER);
    }

    @Override
    public TranscriptLayout createInstance() {
        return new TranscriptLayout();
    }

    @Override
    public void writeStartArray(JsonGenerator json) {
        depth++;
        super.writeStartArray(json);
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) {
        depth--;
        super.writeEndArray(json, values);
    }

    @Override
    public void writeStartObject(JsonGenerator json) {
        depth++;
        indentObjectsWith(depth == WORD_DEPTH ? FixedSpaceIndenter.instance() : INDENTER);
        super.writeStartObject(json);
    }

    @Override
    public void writeEndObject(JsonGenerator json, int entries) {
        super.writeEndObject(json, entries);
        depth--;
        indentObjectsWith(INDENTER);
    }
}
