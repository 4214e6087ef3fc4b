package dev.callsift.pipeline.outbox;

import dev.callsift.pipeline.channel.ChannelSettings;
import dev.callsift.pipeline.channel.Channels;
import dev.callsift.pipeline.channel.ChannelsSettings;
import dev.callsift.pipeline.channel.OutgoingSettings;
import java.time.InstantSource;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A process of its own that changes items, tells of it and delivers, until it is killed. Says what it has committed. */
final class OutboxChild {

    private OutboxChild() {}

    static DataSource database(String url) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        return database;
    }

    /** @param arguments the database's address, the file channel's folder, how many changes were committed before */
    public static void main(String[] arguments) {
        DataSource database = database(arguments[0]);
        JdbcTransactionManager transactions = new JdbcTransactionManager(database);
        Outbox outbox = new Outbox(JdbcClient.create(database), transactions, InstantSource.system());
        Delivery delivery = delivery(database, arguments[1], InstantSource.system());
        for (int n = Integer.parseInt(arguments[2]); ; n++) {
            int number = n;
            new TransactionTemplate(transactions)
                    .executeWithoutResult(status -> outbox.add(new OutboxMessage(
                            "item.changed",
                            "item-" + number % 3,
                            "drop",
                            "{\"n\":" + number + "}",
                            InstantSource.system().instant())));
            System.out.println("committed " + number);
            delivery.deliverNext();
        }
    }

    static Delivery delivery(DataSource database, String folder, InstantSource clock) {
        ChannelSettings file = new Binder(
                        new MapConfigurationPropertySource(Map.of("type", "file", "folder", folder, "columns", "n")))
                .bindOrCreate("", ChannelSettings.class);
        Channels channels =
                new Channels(new ChannelsSettings(Map.of("drop", file)), OutgoingSettings.allowing(), clock);
        return new Delivery(
                JdbcClient.create(database),
                new JdbcTransactionManager(database),
                channels,
                OutgoingSettings.allowing(),
                clock);
    }
}
