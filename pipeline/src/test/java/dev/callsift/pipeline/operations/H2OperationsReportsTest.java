package dev.callsift.pipeline.operations;

import dev.callsift.pipeline.ledger.Databases;
import javax.sql.DataSource;

final class H2OperationsReportsTest extends OperationsReportsTest {

    @Override
    DataSource database() {
        return Databases.H2.empty();
    }
}
