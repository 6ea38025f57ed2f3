package com.eindr.account.saga;

import com.eindr.account.AccountCommand.DropDevice;
import com.eindr.account.AccountEvent.DeviceRemoved;
import com.eindr.account.AccountEvent.DeviceRemoved.Cause;
import com.eindr.account.AccountEvent.DeviceSeen;
import com.eindr.account.DeviceId;
import com.eindr.shared.DerivedUuid;
import com.eindr.shared.UserId;
import com.eindr.shared.saga.Orders;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeviceLifeTest {
    private static final UserId ANA = new UserId("ana");
    private static final UserId BEN = new UserId("ben");
    private static final DeviceId PHONE = new DeviceId(DerivedUuid.of("device", "token"));
    private static final Instant NINE = Instant.parse("2026-12-07T09:00:00Z");
    private static final Duration A_MONTH = Duration.ofDays(30);

    private final SagaTestFixture<DeviceLife> life = new SagaTestFixture<>(DeviceLife.class);

    @BeforeEach
    void orders_are_given() {
        life.registerResource(new Orders(life.registerCommandGateway(CommandGateway.class), order -> {
            throw new AssertionError("a saga's own orders are not parked: " + order);
        }));
    }

    @Test
    void a_device_that_has_not_shown_itself_for_270_days_is_dropped() throws Exception {
        DeviceSeen last = new DeviceSeen(ANA, PHONE, NINE);
        life.givenCurrentTime(NINE)
                .andThenAPublished(last)
                .whenTimeElapses(DeviceLife.MISSED_AFTER)
                .expectDispatchedCommands(new DropDevice(ANA, PHONE, Cause.UNSEEN, NINE));
    }

    @Test
    void a_device_that_shows_itself_is_waited_for_anew() throws Exception {
        life.givenCurrentTime(NINE)
                .andThenAPublished(new DeviceSeen(ANA, PHONE, NINE))
                .andThenTimeElapses(A_MONTH)
                .andThenAPublished(new DeviceSeen(ANA, PHONE, NINE.plus(A_MONTH)))
                .whenTimeElapses(DeviceLife.MISSED_AFTER.minusSeconds(1))
                .expectNoDispatchedCommands()
                .expectActiveSagas(1);
    }

    @Test
    void whoever_had_a_device_before_loses_it() throws Exception {
        life.givenCurrentTime(NINE)
                .andThenAPublished(new DeviceSeen(ANA, PHONE, NINE))
                .whenPublishingA(new DeviceSeen(BEN, PHONE, NINE.plusSeconds(60)))
                .expectDispatchedCommands(new DropDevice(ANA, PHONE, Cause.TAKEN_OVER, NINE.plusSeconds(60)))
                .expectActiveSagas(1);
    }

    @Test
    void the_removal_from_its_former_owner_is_not_the_end_of_a_device() throws Exception {
        life.givenCurrentTime(NINE)
                .andThenAPublished(new DeviceSeen(ANA, PHONE, NINE))
                .andThenAPublished(new DeviceSeen(BEN, PHONE, NINE))
                .whenPublishingA(new DeviceRemoved(ANA, PHONE, Cause.TAKEN_OVER))
                .expectActiveSagas(1)
                .expectScheduledDeadlineWithName(DeviceLife.MISSED_AFTER, DeviceLife.UNSEEN);
    }

    @Test
    void a_removed_device_is_not_waited_for() throws Exception {
        life.givenCurrentTime(NINE)
                .andThenAPublished(new DeviceSeen(ANA, PHONE, NINE))
                .whenPublishingA(new DeviceRemoved(ANA, PHONE, Cause.ASKED))
                .expectActiveSagas(0)
                .expectNoScheduledDeadlines();
    }
}
