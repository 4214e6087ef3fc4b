package dev.callsift.pipeline.channel;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of notices. */
final class Payloads {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private Payloads() {}

    /** The fields of a payload, in order; one that is no JSON object, which cannot be repaired here, as a single text. */
    static Map<?, ?> data(Notice notice) {
        try {
            return JSON.readValue(notice.payloadJson(), LinkedHashMap.class);
        } catch (JacksonException e) {
            return Map.of("text", notice.payloadJson());
        }
    }

    /** What a webhook's body says; the form that Standard Webhooks recommends. */
    static byte[] envelope(Notice notice) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("type", notice.topic());
        envelope.put("timestamp", DateTimeFormatter.ISO_INSTANT.format(notice.at()));
        envelope.put("subject", notice.subject());
        envelope.put("sequence", notice.sequence());
        envelope.put("data", data(notice));
        return JSON.writeValueAsBytes(envelope);
    }
}
