package dev.callsift.pipeline.job;

import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.operations.CallOrders;
import dev.callsift.pipeline.operations.OperationsReports;
import dev.callsift.pipeline.operations.OperationsSettings;
import dev.callsift.pipeline.operations.OrderUpdates;
import dev.callsift.pipeline.operations.WorkItems;
import dev.callsift.pipeline.orders.OrderFinder;
import dev.callsift.pipeline.orders.OrderSettings;
import dev.callsift.pipeline.orders.Orders;
import dev.callsift.pipeline.recording.SettingsException;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Orders and work items, in the database that the ledger is in. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({OrderSettings.class, OperationsSettings.class})
public final class OperationsConfiguration {

    @Bean
    Orders orders(JdbcClient database, InstantSource clock) {
        return new Orders(database, clock);
    }

    @Bean
    OrderFinder orderFinder(Orders orders, OrderSettings settings) {
        SettingsException.throwIfAny(settings.problems());
        return new OrderFinder(orders, settings);
    }

    @Bean
    OperationsReports operationsReports(JdbcClient database) {
        return new OperationsReports(database);
    }

    @Bean
    OrderUpdates orderUpdates(
            Orders orders, WorkItems items, CallOrders calls, Ledger ledger, PlatformTransactionManager transactions) {
        return new OrderUpdates(orders, items, calls, ledger, transactions);
    }

    @Bean
    CallOrders callOrders(JdbcClient database, Orders orders, OrderFinder finder) {
        return new CallOrders(database, orders, finder);
    }

    @Bean
    WorkItems workItems(
            JdbcClient database,
            PlatformTransactionManager transactions,
            OrderFinder orders,
            OperationsSettings settings,
            InstantSource clock) {
        return new WorkItems(database, transactions, orders, settings.channels(), clock);
    }
}
