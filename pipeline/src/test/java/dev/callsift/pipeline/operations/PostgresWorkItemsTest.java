package dev.callsift.pipeline.operations;

import dev.callsift.pipeline.ledger.Databases;
import javax.sql.DataSource;

final class PostgresWorkItemsTest extends WorkItemsTest {

    @Override
    DataSource database() {
        return Databases.POSTGRESQL.empty();
    }
}
