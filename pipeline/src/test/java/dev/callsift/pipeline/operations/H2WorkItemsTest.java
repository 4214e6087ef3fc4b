package dev.callsift.pipeline.operations;

import dev.callsift.pipeline.ledger.Databases;
import javax.sql.DataSource;

final class H2WorkItemsTest extends WorkItemsTest {

    @Override
    DataSource database() {
        return Databases.H2.empty();
    }
}
