package dev.callsift.pipeline.ledger;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a test's database to the newest version. */
final class Migrations {

    private Migrations() {}

    static DataSource apply(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return database;
    }
}
