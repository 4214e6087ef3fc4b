package dev.callsift;

import dev.callsift.models.language.Taxonomy;
import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.operations.CallOrders;
import dev.callsift.pipeline.operations.WorkItems;
import dev.callsift.pipeline.orders.OrderFinder;
import dev.callsift.pipeline.orders.OrderSettings;
import dev.callsift.pipeline.orders.Orders;
import dev.callsift.pipeline.routing.Routing;
import dev.callsift.pipeline.routing.RoutingSettings;
import dev.callsift.pipeline.routing.RuleSettings;
import dev.callsift.pipeline.routing.TeamSettings;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** An H2 database in memory with callsift's tables. */
public final class TestDatabase {

    public static final OrderSettings ORDERS = new OrderSettings("GB", "UTC", Map.of());

    /** Changes of address go to a team of their own, the rest to the owners of the taxonomy. */
    public static final Routing ROUTING = new Routing(
            new RoutingSettings(
                    List.of(new TeamSettings("addresses", "Address desk", null)),
                    List.of(new RuleSettings(
                            "addresses", List.of("modify.address"), List.of(), List.of(), null, null, List.of()))),
            Taxonomy.english(),
            ORDERS,
            List.of());

    private final DataSource source;

    public TestDatabase() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        this.source = migrated(h2);
    }

    public static DataSource migrated(DataSource source) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return source;
    }

    public DataSource source() {
        return source;
    }

    public JdbcClient client() {
        return JdbcClient.create(source);
    }

    public Orders orders(InstantSource clock) {
        return new Orders(client(), clock);
    }

    public WorkItems items(InstantSource clock) {
        return new WorkItems(
                client(), new DataSourceTransactionManager(source), finder(clock), ROUTING, List.of(), clock);
    }

    public CallOrders callOrders(InstantSource clock) {
        return new CallOrders(client(), orders(clock), finder(clock));
    }

    private OrderFinder finder(InstantSource clock) {
        return new OrderFinder(orders(clock), ORDERS);
    }

    public Ledger ledger(InstantSource clock) {
        return new Ledger(client(), new DataSourceTransactionManager(source), clock);
    }
}
