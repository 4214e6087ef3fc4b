package dev.callsift.pipeline.verdict;

import dev.callsift.pipeline.ledger.Databases;
import javax.sql.DataSource;

final class PostgresVerdictsTest extends VerdictsTest {

    @Override
    DataSource database() {
        return Databases.POSTGRESQL.empty();
    }
}
