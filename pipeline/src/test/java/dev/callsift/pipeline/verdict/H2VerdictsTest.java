package dev.callsift.pipeline.verdict;

import dev.callsift.pipeline.ledger.Databases;
import javax.sql.DataSource;

final class H2VerdictsTest extends VerdictsTest {

    @Override
    DataSource database() {
        return Databases.H2.empty();
    }
}
