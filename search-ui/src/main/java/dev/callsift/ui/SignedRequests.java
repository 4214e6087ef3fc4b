package dev.callsift.ui;

import dev.callsift.pipeline.channel.WebhookVerifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Requests of other systems, signed as our webhooks are (Standard Webhooks). */
@Component
public final class SignedRequests {

    private static final int LARGEST_BODY = 65_536;
    private static final int LONGEST_KEY = 200;
    private static final String ID = "webhook-id";
    private static final String KEY = "Idempotency-Key";

    private final ObjectProvider<WebhookVerifier> verifier;

    SignedRequests(ObjectProvider<WebhookVerifier> verifier) {
        this.verifier = verifier;
    }

    /**
     * Lets a request pass whose signature fits.
     *
     * @param body as it was sent; null for none
     * @return the body
     * @throws PageProblemException when it is not to be believed, or too long
     */
    public byte[] believed(HttpHeaders headers, byte @Nullable [] body) {
        byte[] sent = body == null ? new byte[0] : body;
        verifier.getObject()
                .problem(
                        headers.getFirst(ID),
                        headers.getFirst("webhook-timestamp"),
                        headers.getFirst("webhook-signature"),
                        sent)
                .ifPresent(problem -> {
                    throw new PageProblemException(
                            HttpStatus.UNAUTHORIZED, "This request is not believed", problem + ".");
                });
        String key = headers.getFirst(KEY);
        if (sent.length > LARGEST_BODY || (key != null && (key.isBlank() || key.length() > LONGEST_KEY))) {
            throw new PageProblemException(
                    HttpStatus.BAD_REQUEST,
                    "This request is too long",
                    "Send at most 64 KB, and an Idempotency-Key of 1 to " + LONGEST_KEY + " letters.");
        }
        return sent;
    }

    /** Under which a believed request is done once. */
    public static List<String> keys(HttpHeaders headers) {
        List<String> keys = new ArrayList<>(List.of("id:" + headers.getFirst(ID)));
        String key = headers.getFirst(KEY);
        if (key != null) {
            keys.add("key:" + key);
        }
        return keys;
    }
}
