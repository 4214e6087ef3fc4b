package dev.callsift.pipeline.channel;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks requests that are signed as ours are: from who knows a secret, whole, and made now. Thread-safe. */
public final class WebhookVerifier {

    private final InboundSettings settings;
    private final InstantSource clock;

    public WebhookVerifier(InboundSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** @return what is wrong with the request, as it may be told to whoever sent it; nothing when it is to be believed */
    public Optional<String> problem(
            @Nullable String id, @Nullable String timestamp, @Nullable String signatures, byte[] body) {
        if (id == null || timestamp == null || signatures == null || id.isBlank() || id.length() > 200) {
            return Optional.of("webhook-id, webhook-timestamp and webhook-signature must be sent");
        }
        if (!timestamp.matches("[0-9]{1,12}")) {
            return Optional.of("webhook-timestamp must be seconds since 1970");
        }
        long seconds = Long.parseLong(timestamp);
        if (!isRecent(Instant.ofEpochSecond(seconds))) {
            return Optional.of(
                    "webhook-timestamp is not within " + settings.tolerance().toSeconds() + " seconds of now");
        }
        return isSigned(id, seconds, signatures, body)
                ? Optional.empty()
                : Optional.of("no webhook-signature fits this request and an active secret");
    }

    private boolean isRecent(Instant sent) {
        Duration apart = Duration.between(sent, clock.instant()).abs();
        return apart.compareTo(settings.tolerance()) <= 0;
    }

    private boolean isSigned(String id, long timestamp, String signatures, byte[] body) {
        boolean found = false;
        for (Secret secret : settings.secrets()) {
            byte[] right = WebhookSignature.mac(secret, id, timestamp, body);
            for (String signature : List.of(signatures.split(" ", -1))) {
                found |= MessageDigest.isEqual(right, decoded(signature));
            }
        }
        return found;
    }

    private static byte[] decoded(String signature) {
        try {
            return signature.startsWith("v1,") ? Base64.getDecoder().decode(signature.substring(3)) : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
