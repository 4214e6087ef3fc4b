package dev.callsift.pipeline.operations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.jdbc.core.simple.JdbcClient;

final class PostgresWorkItemsTest extends WorkItemsTest {

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
        Flyway.configure().dataSource(server.getPostgresDatabase()).load().migrate();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Override
    DataSource database() {
        DataSource database = server.getPostgresDatabase();
        JdbcClient.create(database)
                .sql(
                        "truncate table work_item, customer_order, verdict, outbox_message, outbox_subject, recording, call_order cascade")
                .update();
        return database;
    }
}
