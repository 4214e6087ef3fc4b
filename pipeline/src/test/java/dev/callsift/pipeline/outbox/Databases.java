package dev.callsift.pipeline.outbox;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The databases the outbox is made for, empty and migrated. */
enum Databases {
    H2 {
        @Override
        DataSource empty() {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
            return migrated(database);
        }
    },
    POSTGRESQL {
        @Override
        DataSource empty() {
            DataSource database = Server.RUNNING.getPostgresDatabase();
            migrated(database);
            JdbcClient.create(database)
                    .sql("truncate table outbox_message, outbox_subject, outbox_receipt, inbound_request")
                    .update();
            return database;
        }
    };

    abstract DataSource empty();

    private static DataSource migrated(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return database;
    }

    /** Started by the first test that wants it; ends with the tests' process. */
    private static final class Server {

        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
