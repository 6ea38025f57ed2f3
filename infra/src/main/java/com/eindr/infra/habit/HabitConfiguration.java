package com.eindr.infra.habit;

import com.eindr.account.command.Plans;
import com.eindr.notification.saga.FormerUsers;
import com.eindr.shared.saga.Orders;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires the search for habits. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HabitProperties.class)
class HabitConfiguration {

    @Bean
    HabitKeeper habitKeeper(
            JdbcOperations jdbc,
            Plans plans,
            FormerUsers formerUsers,
            Orders orders,
            Clock clock,
            PlatformTransactionManager manager,
            HabitProperties properties) {
        HabitTables tables = new HabitTables(jdbc);
        return new HabitKeeper(
                tables,
                new HabitSeeker(tables, plans, formerUsers, orders, clock, properties.reminders()),
                new TransactionTemplate(manager),
                properties);
    }
}
