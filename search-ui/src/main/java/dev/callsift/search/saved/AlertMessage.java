package dev.callsift.search.saved;

import java.time.Instant;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is said of an alert elsewhere.
 *
 * @param subjectId of the saved search: messages of one search are told in order
 * @param payloadJson {@code savedSearchId}, {@code name}, {@code query}, {@code callId}, {@code raisedAt} and the {@code path} of
 *     the call's page
 */
public record AlertMessage(String subjectId, String payloadJson, Instant at) {

    public static final String TOPIC = "search.alert";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Payload(
            long savedSearchId, String name, String query, String callId, String raisedAt, String path) {}

    static AlertMessage of(SavedSearch search, String callId, Instant at) {
        Payload payload =
                new Payload(search.id(), search.name(), search.query(), callId, at.toString(), "/calls/" + callId);
        return new AlertMessage(Long.toString(search.id()), JSON.writeValueAsString(payload), at);
    }
}
