package com.eindr.infra.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.account.AccountCommand.RegisterDevice;
import com.eindr.account.AccountCommand.RegisterUser;
import com.eindr.account.DeviceId;
import com.eindr.account.Platform;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import com.eindr.shared.DerivedUuid;
import com.eindr.shared.MessageKeys;
import com.eindr.shared.UserId;
import com.eindr.shared.saga.ParkedOrders;
import java.time.Duration;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@EindrTest
class ParkedOrdersTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final UserId ANA = new UserId("ana");

    private final ParkedOrders parked;
    private final TransactionTemplate transaction;
    private final JdbcTemplate jdbc;
    private final TestClock clock;

    @Autowired
    ParkedOrdersTest(ParkedOrders parked, TransactionTemplate transaction, JdbcTemplate jdbc, TestClock clock) {
        this.parked = parked;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Test
    void a_parked_order_is_given_again_in_the_same_name() {
        transaction.executeWithoutResult(status -> parked.park(order(new RegisterUser(ANA))));
        clock.advance(Duration.ofSeconds(2));
        await().atMost(PATIENCE).until(() -> eventsOf("ana") == 2 && waiting() == 0);
        assertThat(jdbc.queryForObject(
                        "SELECT convert_from(meta_data, 'UTF8') FROM domain_event_entry"
                                + " WHERE aggregate_identifier = 'ana' AND sequence_number = 0",
                        String.class))
                .contains("automation:test")
                .contains("request-7");
    }

    @Test
    void an_order_whose_cause_is_rolled_back_is_not_parked() {
        transaction.executeWithoutResult(status -> {
            parked.park(order(new RegisterUser(new UserId("bob"))));
            status.setRollbackOnly();
        });
        assertThat(waiting()).isZero();
    }

    @Test
    void a_parked_order_to_nobody_is_over() {
        DeviceId device = new DeviceId(DerivedUuid.of("token"));
        transaction.executeWithoutResult(status ->
                parked.park(order(new RegisterDevice(new UserId("nobody"), device, "token", Platform.ANDROID))));
        clock.advance(Duration.ofSeconds(2));
        await().atMost(PATIENCE).until(() -> waiting() == 0);
        assertThat(eventsOf("nobody")).isZero();
    }

    private static CommandMessage<?> order(Object command) {
        return GenericCommandMessage.asCommandMessage(command)
                .andMetaData(Map.of(MessageKeys.ACTOR, "automation:test", MessageKeys.CORRELATION, "request-7"));
    }

    private long eventsOf(String aggregateId) {
        return count("SELECT count(*) FROM domain_event_entry WHERE aggregate_identifier = ?", aggregateId);
    }

    private long waiting() {
        return count("SELECT count(*) FROM scheduled_tasks WHERE task_name = ?", "parked-order");
    }

    private long count(String sql, String parameter) {
        Long count = jdbc.queryForObject(sql, Long.class, parameter);
        return count == null ? 0 : count;
    }
}
