package com.eindr.shared.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eindr.account.AccountCommand.RegisterUser;
import com.eindr.account.AccountCommand.TellTimeZone;
import com.eindr.account.AccountRefusal;
import com.eindr.shared.MessageKeys;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class OrdersTest {
    private static final UserId ANA = new UserId("ana");
    private static final String ACTOR = "automation:test";

    private final SimpleCommandBus bus = SimpleCommandBus.builder().build();
    private final List<CommandMessage<?>> parked = new ArrayList<>();
    private final Queue<CommandMessage<?>> decided = new ConcurrentLinkedQueue<>();
    private final Orders orders =
            new Orders(DefaultCommandGateway.builder().commandBus(bus).build(), parked::add);

    @Test
    void an_order_is_answered() {
        onCommand(TellTimeZone.class, command -> ZoneId.of("Asia/Karachi"));
        assertThat(orders.ask(ACTOR, new TellTimeZone(ANA), ZoneId.class)).contains(ZoneId.of("Asia/Karachi"));
    }

    @Test
    void an_order_to_nobody_has_no_answer() {
        onCommand(TellTimeZone.class, command -> {
            throw new AggregateNotFoundException("ana", "no such account");
        });
        assertThat(orders.ask(ACTOR, new TellTimeZone(ANA), ZoneId.class)).isEmpty();
    }

    @Test
    void an_order_that_cannot_be_decided_fails_its_giver() {
        onCommand(TellTimeZone.class, command -> {
            throw new IllegalStateException("the log is away");
        });
        assertThatThrownBy(() -> orders.give(ACTOR, new TellTimeZone(ANA))).hasMessage("the log is away");
    }

    @Test
    void orders_are_decided_side_by_side_and_before_the_commit() {
        CountDownLatch allHere = new CountDownLatch(8);
        onCommand(RegisterUser.class, command -> {
            allHere.countDown();
            assertThat(allHere.await(10, TimeUnit.SECONDS)).isTrue();
            decided.add(command);
            return 1L;
        });
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("rings"));
        for (int i = 0; i < 8; i++) {
            orders.giveBeside(ACTOR, () -> new RegisterUser(ANA));
        }
        work.commit();
        assertThat(decided).hasSize(8);
        assertThat(parked).isEmpty();
    }

    @Test
    void an_order_beside_others_says_who_gives_it_and_what_it_follows_from() {
        onCommand(RegisterUser.class, decided::add);
        DefaultUnitOfWork<?> work = DefaultUnitOfWork.startAndGet(
                GenericEventMessage.asEventMessage("rings").andMetaData(Map.of(MessageKeys.CORRELATION, "request-7")));
        work.registerCorrelationDataProvider(new SimpleCorrelationDataProvider(MessageKeys.CORRELATION));
        orders.giveBeside(ACTOR, () -> new RegisterUser(ANA));
        work.commit();
        assertThat(decided)
                .singleElement()
                .satisfies(command -> assertThat(command.getMetaData())
                        .containsEntry(MessageKeys.ACTOR, ACTOR)
                        .containsEntry(MessageKeys.CORRELATION, "request-7"));
    }

    @Test
    void an_order_that_cannot_be_decided_is_parked_and_holds_up_nobody() {
        UserId bob = new UserId("bob");
        onCommand(RegisterUser.class, command -> {
            if (((RegisterUser) command.getPayload()).userId().equals(bob)) {
                throw new IllegalStateException("a fault");
            }
            decided.add(command);
            return 1L;
        });
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("rings"));
        orders.giveBeside(ACTOR, () -> new RegisterUser(bob));
        orders.giveBeside(ACTOR, () -> new RegisterUser(ANA));
        work.commit();
        assertThat(decided).hasSize(1);
        assertThat(parked)
                .singleElement()
                .satisfies(order -> assertThat(order.getPayload()).isEqualTo(new RegisterUser(bob)));
    }

    @Test
    void a_refused_order_is_over() {
        onCommand(RegisterUser.class, command -> {
            throw Refusal.of(AccountRefusal.DEVICE_NOT_FOUND, "gone");
        });
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("rings"));
        orders.giveBeside(ACTOR, () -> new RegisterUser(ANA));
        work.commit();
        assertThat(parked).isEmpty();
    }

    @Test
    void an_order_that_cannot_be_prepared_fails_the_whole() {
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("rings"));
        orders.giveBeside(ACTOR, () -> {
            throw new IllegalStateException("the read model is away");
        });
        assertThatThrownBy(work::commit).hasMessage("the read model is away");
    }

    private void onCommand(Class<?> type, MessageHandler<CommandMessage<?>> handler) {
        bus.subscribe(type.getName(), handler);
    }
}
