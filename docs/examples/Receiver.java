import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Receives callsift's webhooks: verifies the signature, refuses what is old, takes each message once. One file, no libraries:
 *
 *     CALLSIFT_WEBHOOK_SECRET=whsec_… java Receiver.java 9000
 */
public final class Receiver {

    /** How far the time of a message may be from ours; older ones may be replayed by someone who overheard them. */
    private static final long TOLERANCE_SECONDS = 300;

    private final byte[] key;
    /** A real receiver keeps these where it keeps its orders, in the same transaction. */
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    private Receiver(String secret) {
        this.key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    }

    public static void main(String[] arguments) throws IOException {
        String secret = System.getenv("CALLSIFT_WEBHOOK_SECRET");
        if (secret == null || !secret.startsWith("whsec_") || arguments.length != 1) {
            System.err.println("usage: CALLSIFT_WEBHOOK_SECRET=whsec_... java Receiver.java PORT");
            System.exit(2);
        }
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0])), 0);
        server.createContext("/hooks/callsift", new Receiver(secret)::receive);
        server.start();
        System.out.println("listening at http://127.0.0.1:" + server.getAddress().getPort() + "/hooks/callsift");
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            String timestamp = exchange.getRequestHeaders().getFirst("webhook-timestamp");
            String signatures = exchange.getRequestHeaders().getFirst("webhook-signature");
            if (id == null || timestamp == null || signatures == null || !isRecent(timestamp)) {
                answer(exchange, 400);
            } else if (!isSigned(id, timestamp, signatures, body)) {
                answer(exchange, 401);
            } else {
                // at least once: the same id may come again, and is a success again
                if (seen.add(id)) {
                    System.out.println(id + " " + new String(body, StandardCharsets.UTF_8));
                }
                answer(exchange, 204);
            }
        }
    }

    private static boolean isRecent(String timestamp) {
        try {
            return Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp)) <= TOLERANCE_SECONDS;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** While a secret is replaced there are several signatures, separated by spaces; one must fit. */
    private boolean isSigned(String id, String timestamp, String signatures, byte[] body) {
        byte[] right = ("v1," + Base64.getEncoder().encodeToString(mac(id + "." + timestamp + ".", body)))
                .getBytes(StandardCharsets.UTF_8);
        boolean fits = false;
        for (String signature : signatures.split(" ")) {
            fits |= MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8));
        }
        return fits;
    }

    private byte[] mac(String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(head.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }
}
