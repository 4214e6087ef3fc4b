package dev.callsift.pipeline.orders;

import dev.callsift.pipeline.ledger.Databases;
import javax.sql.DataSource;

final class H2OrdersTest extends OrdersTest {

    @Override
    DataSource database() {
        return Databases.H2.empty();
    }
}
