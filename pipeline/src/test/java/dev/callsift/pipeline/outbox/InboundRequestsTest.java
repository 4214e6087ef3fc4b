package dev.callsift.pipeline.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsift.pipeline.ledger.Databases;
import dev.callsift.pipeline.outbox.InboundRequests.Answer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

@ParameterizedClass
@EnumSource
final class InboundRequestsTest {

    private final InboundRequests requests;
    private final AtomicInteger done = new AtomicInteger();

    InboundRequestsTest(Databases kind) {
        DataSource database = kind.empty();
        requests =
                new InboundRequests(JdbcClient.create(database), new JdbcTransactionManager(database), new TestClock());
    }

    private Answer ask(String body, String... keys) {
        return requests.once(
                List.of(keys), body.getBytes(UTF_8), () -> new Answer(200, "time " + done.incrementAndGet()));
    }

    @Test
    void doesTheSameRequestOnceAndAnswersItAlike() {
        assertThat(ask("a", "id:1", "key:k")).isEqualTo(new Answer(200, "time 1"));
        assertThat(ask("a", "id:1", "key:k")).as("replayed").isEqualTo(new Answer(200, "time 1"));
        assertThat(ask("a", "id:2", "key:k")).as("sent again").isEqualTo(new Answer(200, "time 1"));
        assertThat(ask("a", "id:1", "key:other"))
                .as("replayed under another key")
                .isEqualTo(new Answer(200, "time 1"));
        assertThat(ask("a", "id:3")).isEqualTo(new Answer(200, "time 2"));
    }

    @Test
    void refusesAKeyThatWasUsedForSomethingElse() {
        ask("a", "id:1", "key:k");
        assertThat(ask("b", "id:2", "key:k").status()).isEqualTo(422);
        assertThat(done).hasValue(1);
    }

    @Test
    void forgetsARequestThatFailed() {
        assertThatThrownBy(() -> requests.once(List.of("id:1"), new byte[0], () -> {
                    throw new IllegalStateException("database away");
                }))
                .hasMessage("database away");
        assertThat(requests.once(List.of("id:1"), new byte[0], () -> new Answer(200, "now")))
                .isEqualTo(new Answer(200, "now"));
    }
}
