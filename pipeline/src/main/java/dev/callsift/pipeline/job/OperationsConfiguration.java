package dev.callsift.pipeline.job;

import dev.callsift.models.language.Taxonomy;
import dev.callsift.pipeline.channel.ChannelsSettings;
import dev.callsift.pipeline.ledger.Ledger;
import dev.callsift.pipeline.operations.CallOrders;
import dev.callsift.pipeline.operations.OperationsReports;
import dev.callsift.pipeline.operations.OperationsSettings;
import dev.callsift.pipeline.operations.OrderUpdates;
import dev.callsift.pipeline.operations.RoutingTrial;
import dev.callsift.pipeline.operations.WorkItems;
import dev.callsift.pipeline.orders.OrderFinder;
import dev.callsift.pipeline.orders.OrderSettings;
import dev.callsift.pipeline.orders.Orders;
import dev.callsift.pipeline.recording.SettingProblem;
import dev.callsift.pipeline.recording.SettingsException;
import dev.callsift.pipeline.routing.Routing;
import dev.callsift.pipeline.routing.RoutingSettings;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Orders and work items, in the database that the ledger is in. */
@Configuration(proxyBeanMethods = false)
@Import(TaggingConfiguration.class)
@EnableConfigurationProperties({
    OrderSettings.class,
    OperationsSettings.class,
    RoutingSettings.class,
    ChannelsSettings.class
})
public final class OperationsConfiguration {

    @Bean
    Orders orders(JdbcClient database, InstantSource clock) {
        return new Orders(database, clock);
    }

    /** @throws SettingsException with the problems of orders, teams and rules */
    @Bean
    Routing routing(RoutingSettings settings, Taxonomy taxonomy, OrderSettings orders, ChannelsSettings channels) {
        Set<String> names = channels.channels().keySet();
        List<SettingProblem> problems = new ArrayList<>(orders.problems());
        problems.addAll(Routing.problems(settings, taxonomy, names));
        SettingsException.throwIfAny(problems);
        return new Routing(settings, taxonomy, orders, names);
    }

    @Bean
    RoutingTrial routingTrial(JdbcClient database, Routing routing) {
        return new RoutingTrial(database, routing);
    }

    /** After the routing, which has checked the settings of both. */
    @Bean
    @DependsOn("routing")
    OrderFinder orderFinder(Orders orders, OrderSettings settings) {
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
            Routing routing,
            OperationsSettings settings,
            InstantSource clock) {
        return new WorkItems(database, transactions, orders, routing, settings.channels(), clock);
    }
}
