package dev.callsift.pipeline.verdict;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.jdbc.core.simple.JdbcClient;

final class PostgresVerdictsTest extends VerdictsTest {

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.start();
        migrated(server.getPostgresDatabase());
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Override
    DataSource database() {
        DataSource database = server.getPostgresDatabase();
        JdbcClient.create(database)
                .sql("truncate table verdict, call_note, speaker_verdict, word_correction")
                .update();
        return database;
    }
}
