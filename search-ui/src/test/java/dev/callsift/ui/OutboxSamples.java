package dev.callsift.ui;

import dev.callsift.pipeline.channel.Channel;
import dev.callsift.pipeline.channel.ChannelType;
import dev.callsift.pipeline.channel.Channels;
import dev.callsift.pipeline.channel.ConfiguredChannel;
import dev.callsift.pipeline.channel.InboundSettings;
import dev.callsift.pipeline.channel.Outcome;
import dev.callsift.pipeline.channel.OutgoingSettings;
import dev.callsift.pipeline.channel.Parcel;
import dev.callsift.pipeline.channel.QuietHours;
import dev.callsift.pipeline.channel.Secret;
import dev.callsift.pipeline.channel.WebhookVerifier;
import dev.callsift.pipeline.outbox.Delivery;
import dev.callsift.pipeline.outbox.InboundRequests;
import dev.callsift.pipeline.outbox.Outbox;
import dev.callsift.pipeline.outbox.OutboxContents;
import dev.callsift.pipeline.outbox.OutboxMessage;
import dev.callsift.ui.outbox.ItemStates;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** An outbox over a database of its own, with two channels and items that can be moved. */
final class OutboxSamples {

    static final Secret SECRET = Secret.valueOf("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    static final InstantSource CLOCK = InstantSource.system();

    private final DataSource source = database();
    private final JdbcClient database = JdbcClient.create(source);
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(source);
    private final Outbox outbox = new Outbox(database, transactions, CLOCK);
    final OutboxContents contents = new OutboxContents(database, CLOCK);
    final Items items = new Items();
    private final Stubborn stubborn = new Stubborn();
    private final Channels channels = new Channels(List.of(
            new ConfiguredChannel(
                    "oms", ChannelType.WEBHOOK, stubborn, false, Optional.empty(), 0, Duration.ofHours(1), 0),
            new ConfiguredChannel(
                    "dispatch-mail",
                    ChannelType.EMAIL,
                    stubborn,
                    true,
                    Optional.of(new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0), ZoneOffset.UTC)),
                    10,
                    Duration.ofHours(1),
                    5)));

    /** A receiver that takes nothing, for good. */
    private static final class Stubborn implements Channel {

        @Override
        public List<String> recipients() {
            return List.of("oms.example");
        }

        @Override
        public Outcome send(Parcel parcel, String recipient) {
            return new Outcome.Refused("oms.example answers 410: <nobody> wants it");
        }

        @Override
        public String preview(Parcel parcel) {
            return "PREVIEW of " + parcel.notices().getFirst().topic();
        }
    }

    static final class Items implements ItemStates {

        final List<String> moves = new ArrayList<>();

        @Override
        public Moved move(String id, String state, String who, String note, @Nullable Long expectedVersion) {
            if (!id.equals("item-1")) {
                return new Moved.Unknown();
            }
            if (expectedVersion != null && expectedVersion != 3) {
                return new Moved.Outdated("its version is 3");
            }
            moves.add(state + " by " + who + ": " + note);
            return new Moved.Done(state);
        }
    }

    private static DataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return database;
    }

    void register(GenericApplicationContext started) {
        started.registerBean(OutboxContents.class, () -> contents);
        started.registerBean(Channels.class, () -> channels);
        started.registerBean(ItemStates.class, () -> items);
        started.registerBean(InboundRequests.class, () -> new InboundRequests(database, transactions, CLOCK));
        started.registerBean(
                WebhookVerifier.class,
                () -> new WebhookVerifier(new InboundSettings(List.of(SECRET), Duration.ofMinutes(5)), CLOCK));
    }

    void fillAndDeliver() {
        for (String item : List.of("item-1", "item-1", "item-2")) {
            outbox.add(new OutboxMessage("item.changed", item, "oms", "{\"title\":\"A <b>\"}", CLOCK.instant()));
        }
        outbox.add(new OutboxMessage("search.alert", "courier", "dispatch-mail", "{}", CLOCK.instant()));
        Delivery delivery = new Delivery(database, transactions, channels, OutgoingSettings.allowing(), CLOCK);
        while (delivery.deliverNext()) {
            // until nothing is due
        }
    }
}
