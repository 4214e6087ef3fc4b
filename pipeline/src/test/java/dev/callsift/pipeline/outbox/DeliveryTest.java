package dev.callsift.pipeline.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsift.pipeline.channel.ChannelType;
import dev.callsift.pipeline.channel.Channels;
import dev.callsift.pipeline.channel.ConfiguredChannel;
import dev.callsift.pipeline.channel.Outcome;
import dev.callsift.pipeline.channel.OutgoingSettings;
import dev.callsift.pipeline.channel.QuietHours;
import dev.callsift.pipeline.ledger.Databases;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The facts of the outbox, on each database it is made for, with a clock that the test moves. */
@ParameterizedClass
@EnumSource
final class DeliveryTest {

    private final TestClock clock = new TestClock();
    private final Receiver receiver = new Receiver();
    private final JdbcClient database;
    private final JdbcTransactionManager transactions;
    private final Outbox outbox;
    private final OutboxContents contents;
    private Delivery delivery;

    DeliveryTest(Databases kind) {
        DataSource empty = kind.empty();
        database = JdbcClient.create(empty);
        transactions = new JdbcTransactionManager(empty);
        outbox = new Outbox(database, transactions, clock);
        contents = new OutboxContents(database, clock);
        delivery = delivery(receiver.as("oms"));
    }

    private Delivery delivery(ConfiguredChannel... channels) {
        return new Delivery(
                database, transactions, new Channels(List.of(channels)), OutgoingSettings.allowing(), clock);
    }

    private void add(String subject, String payload) {
        outbox.add(new OutboxMessage("item.changed", subject, "oms", "{\"n\":\"" + payload + "\"}", clock.instant()));
    }

    private int deliverAll() {
        int rounds = 0;
        while (delivery.deliverNext()) {
            rounds++;
        }
        return rounds;
    }

    private StoredMessage only(MessageState state) {
        List<StoredMessage> messages = contents.list(state, null, 10);
        assertThat(messages).hasSize(1);
        return messages.getFirst();
    }

    @Test
    void forgetsWhatIsRolledBackWithItsChange() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            add("item-1", "never");
            status.setRollbackOnly();
        });
        add("item-1", "yes");
        deliverAll();
        assertThat(receiver.payloads()).containsExactly("{\"n\":\"yes\"}");
        assertThat(only(MessageState.DELIVERED).sequence()).isEqualTo(1);
    }

    @Test
    void seesNothingBeforeTheChangeIsCommitted() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            add("item-1", "soon");
            Thread other = Thread.ofPlatform().start(this::deliverAll);
            join(other);
            assertThat(receiver.got).isEmpty();
        });
        deliverAll();
        assertThat(receiver.got).hasSize(1);
    }

    @Test
    void deliversEachMessageOnceWhenNothingFails() {
        for (int i = 0; i < 20; i++) {
            add("item-" + i % 3, "" + i);
        }
        assertThat(deliverAll()).isEqualTo(20);
        assertThat(receiver.got).hasSize(20);
        assertThat(contents.counts()).containsEntry(MessageState.DELIVERED, 20L);
    }

    @Test
    void keepsTheOrderOfASubjectThroughFailuresAndLetsOthersPass() {
        add("item-1", "a");
        add("item-1", "b");
        add("item-2", "c");
        receiver.fails("500");
        delivery.deliverNext();
        receiver.works();
        deliverAll();
        assertThat(receiver.subjects()).containsExactly("item-2");
        clock.pass(Duration.ofSeconds(7));
        deliverAll();
        assertThat(receiver.payloads()).containsExactly("{\"n\":\"c\"}", "{\"n\":\"a\"}", "{\"n\":\"b\"}");
    }

    @Test
    void restsLongerAfterEachFailureAndWaitsAsLongAsItIsAsked() {
        add("item-1", "a");
        receiver.fails("500");
        Duration first = restAfterAFailure();
        Duration second = restAfterAFailure();
        Duration third = restAfterAFailure();
        assertThat(first).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
        assertThat(second).isBetween(Duration.ofSeconds(8), Duration.ofSeconds(12));
        assertThat(third).isBetween(Duration.ofSeconds(16), Duration.ofSeconds(24));
        receiver.answers(to -> new Outcome.Later("429", Optional.of(Duration.ofMinutes(30))));
        assertThat(restAfterAFailure()).isEqualTo(Duration.ofMinutes(30));
    }

    private Duration restAfterAFailure() {
        assertThat(delivery.deliverNext()).isTrue();
        Duration rest =
                Duration.between(clock.instant(), only(MessageState.PENDING).due());
        clock.pass(rest);
        return rest;
    }

    @Test
    void givesUpAfterAllAttemptsAndDeliversInOrderWhenAPersonSaysSo() {
        add("item-1", "a");
        add("item-1", "b");
        receiver.fails("no route");
        for (int i = 0; i < 20; i++) {
            assertThat(delivery.deliverNext()).as("attempt " + i).isTrue();
            clock.pass(Duration.ofHours(2));
        }
        StoredMessage dead = only(MessageState.DEAD);
        assertThat(dead.problem()).isEqualTo("no route");
        assertThat(dead.attempts()).isEqualTo(20);
        assertThat(contents.heldBack(dead)).isEqualTo(1);
        receiver.works();
        assertThat(delivery.deliverNext()).as("what comes later waits").isFalse();

        assertThat(contents.redeliver(dead.id())).isTrue();
        assertThat(contents.redeliver(dead.id())).isFalse();
        deliverAll();
        assertThat(receiver.payloads()).containsExactly("{\"n\":\"a\"}", "{\"n\":\"b\"}");
    }

    @Test
    void letsTheRestPassWhenADeadMessageIsDiscarded() {
        add("item-1", "a");
        add("item-1", "b");
        receiver.answers(to -> new Outcome.Refused("410"));
        delivery.deliverNext();
        receiver.works();
        assertThat(contents.discard(only(MessageState.DEAD).id())).isTrue();
        deliverAll();
        assertThat(receiver.payloads()).containsExactly("{\"n\":\"b\"}");
    }

    @Test
    void takesOverWhatADeadProcessHeldWhenItsLeaseEnds() {
        add("item-1", "a");
        receiver.answers(to -> {
            throw new ProcessDies();
        });
        assertThatThrownBy(() -> delivery.deliverNext()).isInstanceOf(ProcessDies.class);
        receiver.works();
        delivery = delivery(receiver.as("oms"));
        assertThat(delivery.deliverNext()).isFalse();
        clock.pass(Duration.ofMinutes(2));
        assertThat(delivery.deliverNext()).isTrue();
        assertThat(receiver.got).hasSize(1);
    }

    /** No exception: nothing on the way may catch it. */
    private static final class ProcessDies extends Error {}

    @Test
    void sendsAgainOnlyToThoseWhoHaveNotGotIt() {
        Receiver two = new Receiver("ann", "ben");
        delivery = delivery(two.as("oms"));
        add("item-1", "a");
        two.answers(to -> "ben".equals(to) ? new Outcome.Later("full", Optional.empty()) : new Outcome.Sent());
        deliverAll();
        assertThat(two.got).hasSize(1);
        two.works();
        clock.pass(Duration.ofSeconds(7));
        deliverAll();
        assertThat(two.got).hasSize(2);
        assertThat(contents.counts()).containsEntry(MessageState.DELIVERED, 1L);
    }

    @Test
    void recordsEverythingAndSendsNothingUntilAChannelIsConfigured() {
        delivery = delivery();
        add("item-1", "a");
        deliverAll();
        assertThat(only(MessageState.RECORDED).problem()).contains("dry run");
        assertThat(receiver.got).isEmpty();
    }

    @Test
    void keepsAMessageForAnUnknownChannelInTheDeadLetterList() {
        delivery = delivery(receiver.as("other"));
        add("item-1", "a");
        deliverAll();
        assertThat(only(MessageState.DEAD).problem()).contains("callsift.channels");
    }

    @Test
    void disturbsNobodyInQuietHours() {
        QuietHours quiet = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0), ZoneOffset.UTC);
        delivery = delivery(new ConfiguredChannel(
                "oms", ChannelType.SMS, receiver, false, Optional.of(quiet), 0, Duration.ofHours(1), 0));
        clock.set("2026-11-16T23:00:00Z");
        add("item-1", "a");
        deliverAll();
        assertThat(receiver.got).isEmpty();
        assertThat(only(MessageState.PENDING).due()).isEqualTo("2026-11-17T08:00:00Z");
        clock.set("2026-11-17T08:00:00Z");
        deliverAll();
        assertThat(receiver.got).hasSize(1);
    }

    @Test
    void sendsWhatWaitsAsOneDigest() {
        delivery = delivery(receiver.limited("oms", 0, 5));
        for (int i = 0; i < 12; i++) {
            add("item-" + i % 4, "" + i);
        }
        deliverAll();
        assertThat(receiver.got).hasSize(1);
        assertThat(receiver.got.getFirst().notices()).hasSize(12);
        assertThat(contents.counts()).containsEntry(MessageState.DELIVERED, 12L);
    }

    @Test
    void leavesOutOfADigestWhatMustWaitForAnEarlierOne() {
        delivery = delivery(receiver.limited("oms", 0, 3));
        add("item-1", "a");
        receiver.fails("busy");
        deliverAll();
        receiver.works();
        add("item-1", "b");
        add("item-2", "c");
        add("item-3", "d");
        deliverAll();
        assertThat(receiver.subjects()).containsExactlyInAnyOrder("item-2", "item-3");
        clock.pass(Duration.ofSeconds(7));
        deliverAll();
        assertThat(receiver.payloads()).endsWith("{\"n\":\"a\"}", "{\"n\":\"b\"}");
    }

    @Test
    void sendsEachRecipientNoMoreThanTheLimitAndTheRestTogetherLater() {
        delivery = delivery(receiver.limited("oms", 2, 3));
        for (int i = 0; i < 6; i++) {
            add("item-" + i, "" + i);
            deliverAll();
            clock.pass(Duration.ofMinutes(1));
        }
        assertThat(receiver.got).hasSize(2);
        clock.pass(Duration.ofMinutes(54));
        deliverAll();
        assertThat(receiver.got).hasSize(3);
        assertThat(receiver.got.getLast().notices()).hasSize(4);
    }

    @Test
    void forgetsWhatHasLeftLongAgoButNeverWhatHasNot() {
        add("item-1", "a");
        deliverAll();
        receiver.fails("away");
        add("item-2", "b");
        deliverAll();
        clock.pass(Duration.ofDays(91));
        assertThat(contents.forget(Duration.ofDays(90))).isEqualTo(1);
        assertThat(contents.counts()).containsEntry(MessageState.PENDING, 1L).containsEntry(MessageState.DELIVERED, 0L);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
