package dev.callsift.pipeline.ledger;

import javax.sql.DataSource;

final class H2LedgerTest extends LedgerTest {

    @Override
    DataSource database() {
        return Databases.H2.empty();
    }
}
