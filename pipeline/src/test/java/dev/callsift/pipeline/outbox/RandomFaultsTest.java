package dev.callsift.pipeline.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsift.pipeline.channel.Channels;
import dev.callsift.pipeline.channel.Notice;
import dev.callsift.pipeline.channel.Outcome;
import dev.callsift.pipeline.channel.OutgoingSettings;
import dev.callsift.pipeline.ledger.Databases;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The promise of the outbox, against chance: items change while receivers fail, get a message and then fail, are slow beyond the
 * lease, and processes die at any moment. In the end every change that was committed has been received, those of an item in order,
 * and what a receiver has last is what the item is.
 */
@ParameterizedClass
@EnumSource
final class RandomFaultsTest {

    private static final int SEEDS = 6;
    private static final int STEPS = 250;
    private static final int ITEMS = 6;

    private final Databases kind;

    RandomFaultsTest(Databases kind) {
        this.kind = kind;
    }

    @Test
    void everyCommittedChangeArrivesInOrderWhateverFails() {
        for (int seed = 0; seed < SEEDS; seed++) {
            new World(kind, seed).liveAndSettle();
        }
    }

    /** A process is dead from here on; no exception, so that nothing on the way catches it. */
    private static final class ProcessDies extends Error {}

    /** A database whose client dies when it asks for a connection, as often as it is told. */
    private static final class MortalDatabase extends DelegatingDataSource {

        private final Random chance;
        private double risk;

        MortalDatabase(DataSource database, Random chance) {
            super(database);
            this.chance = chance;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (chance.nextDouble() < risk) {
                throw new ProcessDies();
            }
            return super.getConnection();
        }
    }

    /** One history, the same for the same seed. */
    private static final class World {

        private final String name;
        private final Random chance;
        private final TestClock clock = new TestClock();
        private final MortalDatabase mortal;
        private final JdbcTransactionManager transactions;
        private final Outbox outbox;
        private final OutboxContents contents;
        private final Receiver receiver = new Receiver();
        private final Map<String, Integer> committed = new LinkedHashMap<>();
        private Delivery process;
        private boolean calm;

        World(Databases kind, int seed) {
            name = kind + " with seed " + seed;
            chance = new Random(seed);
            DataSource database = kind.empty();
            mortal = new MortalDatabase(database, chance);
            transactions = new JdbcTransactionManager(database);
            outbox = new Outbox(JdbcClient.create(database), transactions, clock);
            contents = new OutboxContents(JdbcClient.create(database), clock);
            receiver.answers(recipient -> moodOfTheReceiver());
            process = started();
        }

        private Delivery started() {
            return new Delivery(
                    JdbcClient.create(mortal),
                    new JdbcTransactionManager(mortal),
                    new Channels(List.of(receiver.as("oms"))),
                    OutgoingSettings.allowing(),
                    clock);
        }

        private Outcome moodOfTheReceiver() {
            int mood = calm ? 0 : chance.nextInt(10);
            return switch (mood) {
                case 5 -> new Outcome.Later("500", Optional.empty());
                case 6 -> new Outcome.Later("429", Optional.of(Duration.ofSeconds(chance.nextInt(300))));
                case 7 -> {
                    clock.pass(Duration.ofMinutes(3));
                    yield new Outcome.Sent();
                }
                case 8 -> throw new ProcessDies();
                case 9 -> new Outcome.Refused("410");
                default -> new Outcome.Sent();
            };
        }

        void liveAndSettle() {
            mortal.risk = 0.1;
            for (int step = 0; step < STEPS; step++) {
                if (chance.nextInt(3) == 0) {
                    change("item-" + chance.nextInt(ITEMS), chance.nextInt(5) == 0);
                } else {
                    deliverOrDie();
                }
                clock.pass(Duration.ofSeconds(chance.nextInt(20)));
                if (chance.nextInt(25) == 0) {
                    contents.redeliverAll(null);
                }
            }
            settle();
            check();
        }

        private void change(String item, boolean undone) {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                int state = committed.getOrDefault(item, 0) + 1;
                outbox.add(new OutboxMessage("item.changed", item, "oms", "{\"s\":" + state + "}", clock.instant()));
                if (undone) {
                    status.setRollbackOnly();
                } else {
                    committed.put(item, state);
                }
            });
        }

        private void deliverOrDie() {
            try {
                process.deliverNext();
            } catch (ProcessDies | CannotCreateTransactionException e) {
                process = started();
            }
        }

        private void settle() {
            calm = true;
            mortal.risk = 0;
            for (int i = 0; i < 20; i++) {
                contents.redeliverAll(null);
                clock.pass(Duration.ofHours(2));
                while (process.deliverNext()) {
                    // until nothing is due
                }
            }
        }

        private void check() {
            assertThat(contents.counts())
                    .as(name)
                    .containsEntry(MessageState.PENDING, 0L)
                    .containsEntry(MessageState.DEAD, 0L);
            Map<String, Integer> last = new HashMap<>();
            receiver.got.stream().flatMap(parcel -> parcel.notices().stream()).forEach(notice -> receive(last, notice));
            assertThat(last).as(name).isEqualTo(committed);
            assertThat(committed.values().stream().mapToInt(Integer::intValue).sum())
                    .as("%s: something happened", name)
                    .isGreaterThan(ITEMS);
        }

        /** The next state of its item, or one that was received before, again. */
        private void receive(Map<String, Integer> last, Notice notice) {
            int state = Integer.parseInt(notice.payloadJson().replaceAll("\\D", ""));
            assertThat(state)
                    .as("%s: %s %s", name, notice.subject(), notice.payloadJson())
                    .isIn(last.getOrDefault(notice.subject(), 0), last.getOrDefault(notice.subject(), 0) + 1);
            last.put(notice.subject(), state);
        }
    }
}
