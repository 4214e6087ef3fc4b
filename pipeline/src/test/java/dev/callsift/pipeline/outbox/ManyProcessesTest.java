package dev.callsift.pipeline.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.channel.Channels;
import dev.callsift.pipeline.channel.Notice;
import dev.callsift.pipeline.channel.OutgoingSettings;
import dev.callsift.pipeline.ledger.Databases;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Several threads that add and several that deliver, each with parts of its own, as processes have. */
@ParameterizedClass
@EnumSource
final class ManyProcessesTest {

    private static final int EACH = 15;

    private final DataSource database;

    ManyProcessesTest(Databases kind) {
        this.database = kind.empty();
    }

    @Test
    void deliverEverythingOnceAndInOrderTogether() throws Exception {
        Receiver receiver = new Receiver();
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String mine = "item-" + i;
            work.add(() -> add(mine));
            work.add(() -> add("shared"));
            work.add(() -> deliver(receiver, 4 * 2 * EACH));
        }
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            for (Future<Void> each : threads.invokeAll(work)) {
                each.get();
            }
        }
        assertThat(receiver.got).hasSize(4 * 2 * EACH);
        Map<String, Long> last = new HashMap<>();
        receiver.got.stream().map(parcel -> parcel.notices().getFirst()).forEach(notice -> follows(last, notice));
    }

    private static void follows(Map<String, Long> last, Notice notice) {
        assertThat(notice.sequence()).isEqualTo(last.getOrDefault(notice.subject(), 0L) + 1);
        last.put(notice.subject(), notice.sequence());
    }

    private Void add(String subject) {
        InstantSource clock = InstantSource.system();
        Outbox outbox = new Outbox(JdbcClient.create(database), new JdbcTransactionManager(database), clock);
        for (int i = 0; i < EACH; i++) {
            outbox.add(new OutboxMessage("item.changed", subject, "oms", "{}", clock.instant()));
        }
        return null;
    }

    private Void deliver(Receiver receiver, int all) throws InterruptedException {
        Delivery delivery = new Delivery(
                JdbcClient.create(database),
                new JdbcTransactionManager(database),
                new Channels(List.of(receiver.as("oms"))),
                OutgoingSettings.allowing(),
                InstantSource.system());
        for (int idle = 0; receiver.got.size() < all && idle < 1_000; idle++) {
            if (delivery.deliverNext()) {
                idle = 0;
            } else {
                Thread.sleep(10);
            }
        }
        return null;
    }
}
