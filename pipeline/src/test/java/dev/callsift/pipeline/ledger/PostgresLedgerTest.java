package dev.callsift.pipeline.ledger;

import javax.sql.DataSource;

final class PostgresLedgerTest extends LedgerTest {

    @Override
    DataSource database() {
        return Databases.POSTGRESQL.empty();
    }
}
