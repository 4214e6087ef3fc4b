package dev.callsift.pipeline.orders;

import dev.callsift.pipeline.ledger.Databases;
import javax.sql.DataSource;

final class PostgresOrdersTest extends OrdersTest {

    @Override
    DataSource database() {
        return Databases.POSTGRESQL.empty();
    }
}
