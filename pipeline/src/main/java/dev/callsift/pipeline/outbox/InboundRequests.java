package dev.callsift.pipeline.outbox;

import static dev.callsift.pipeline.outbox.OutboxRows.utc;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Requests of other systems, each done once. The request, what it changes and its answer are one transaction: a second request
 * under the same key waits for the first, and gets its answer.
 */
public final class InboundRequests {

    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    public InboundRequests(JdbcClient database, PlatformTransactionManager transactions, InstantSource clock) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What a request is answered: an HTTP status and a text. */
    public record Answer(int status, String text) {}

    private record Known(String bodySha256, int status, String text) {}

    /**
     * Does something unless it was done before.
     *
     * @param keys of which each is taken once: the request's own id and, where given, its idempotency key
     * @param work in the same transaction; when it throws, nothing happened and the keys are free again
     */
    public Answer once(List<String> keys, byte[] body, Supplier<Answer> work) {
        String sha256 = DigestUtils.sha256Hex(body);
        return known(keys, sha256).orElseGet(() -> first(keys, sha256, work));
    }

    private Answer first(List<String> keys, String sha256, Supplier<Answer> work) {
        try {
            return transaction.execute(status -> {
                keys.forEach(key -> database.sql(
                                "insert into inbound_request (request_key, body_sha256, received_at) values (?, ?, ?)")
                        .params(key, sha256, utc(clock.instant()))
                        .update());
                Answer answer = work.get();
                keys.forEach(
                        key -> database.sql("update inbound_request set status = ?, answer = ? where request_key = ?")
                                .params(answer.status(), answer.text(), key)
                                .update());
                return answer;
            });
        } catch (DuplicateKeyException e) {
            return known(keys, sha256)
                    .orElseGet(() -> new Answer(CONFLICT, "the same request is being done; ask again in a moment"));
        }
    }

    private Optional<Answer> known(List<String> keys, String sha256) {
        return keys.stream()
                .flatMap(key -> database
                        .sql("select body_sha256, status, answer from inbound_request where request_key = ?")
                        .param(key)
                        .query((row, number) -> new Known(row.getString(1), row.getInt(2), row.getString(3)))
                        .stream())
                .findFirst()
                .map(known -> known.bodySha256().equals(sha256)
                        ? new Answer(known.status(), known.text())
                        : new Answer(UNPROCESSABLE, "this key was used for another request; use a new one"));
    }
}
