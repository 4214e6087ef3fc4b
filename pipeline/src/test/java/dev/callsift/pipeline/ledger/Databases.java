package dev.callsift.pipeline.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The databases that callsift is made for, empty and migrated. */
public enum Databases {
    H2 {
        @Override
        public DataSource empty() {
            JdbcDataSource database = new JdbcDataSource();
            database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
            return migrated(database);
        }
    },
    POSTGRESQL {
        @Override
        public DataSource empty() {
            DataSource database = migrated(Server.RUNNING.getPostgresDatabase());
            JdbcClient client = JdbcClient.create(database);
            List<String> tables = client.sql(
                            "select table_name from information_schema.tables where table_schema = 'public'"
                                    + " and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history'")
                    .query(String.class)
                    .list();
            client.sql("truncate table " + String.join(", ", tables)).update();
            return database;
        }
    };

    public abstract DataSource empty();

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
