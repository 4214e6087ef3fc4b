package dev.callsift.ui.search;

import dev.callsift.search.CallHit;
import dev.callsift.search.Export;
import dev.callsift.ui.search.SearchApi.HitAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Calls as one JSON object, each as {@code /api/search} shows it. */
final class JsonExport implements Export {

    private final String query;
    private final JsonMapper mapper;
    private final ExportBeginning beginning;
    private @Nullable JsonGenerator json;

    JsonExport(String query, JsonMapper mapper, ExportBeginning beginning) {
        this.query = query;
        this.mapper = mapper;
        this.beginning = beginning;
    }

    @Override
    public void begin(long total, int exported, boolean cutShort) {
        try {
            json = mapper.createGenerator(beginning.begin(total, exported));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        json.writeStartObject();
        json.writeStringProperty("query", query);
        json.writeNumberProperty("total", total);
        json.writeNumberProperty("exported", exported);
        json.writeBooleanProperty("complete", exported == total && !cutShort);
        json.writeArrayPropertyStart("calls");
    }

    @Override
    public void call(CallHit hit) {
        Objects.requireNonNull(json, "begin comes first").writePOJO(HitAnswer.of(hit, query));
    }

    /** Ends what was begun. */
    void end() {
        Objects.requireNonNull(json, "begin comes first")
                .writeEndArray()
                .writeEndObject()
                .close();
    }
}
