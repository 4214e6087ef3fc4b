package dev.callsift.pipeline.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures as the Standard Webhooks specification has them: HMAC-SHA256 over id, timestamp and body, joined by full stops,
 * with a secret written {@code whsec_} and Base64. Several signatures, one for each active secret, are separated by spaces.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">the specification</a>
 */
public final class WebhookSignature {

    static final String SECRET_FORM = "whsec_ followed by 24 to 64 bytes in Base64";

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private WebhookSignature() {}

    /** The value of {@code webhook-signature}. */
    public static String sign(List<Secret> secrets, String id, long timestamp, byte[] body) {
        return secrets.stream()
                .map(secret -> "v1," + Base64.getEncoder().encodeToString(mac(secret, id, timestamp, body)))
                .collect(Collectors.joining(" "));
    }

    static byte[] mac(Secret secret, String id, long timestamp, byte[] body) {
        byte[] key =
                key(secret.reveal()).orElseThrow(() -> new IllegalStateException("a secret is not " + SECRET_FORM));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    static boolean isUsable(Secret secret) {
        return secret.problem().isEmpty() && key(secret.reveal()).isPresent();
    }

    private static Optional<byte[]> key(String written) {
        try {
            byte[] key =
                    Base64.getDecoder().decode(written.startsWith(PREFIX) ? written.substring(PREFIX.length()) : "");
            return key.length >= SHORTEST && key.length <= LONGEST ? Optional.of(key) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
