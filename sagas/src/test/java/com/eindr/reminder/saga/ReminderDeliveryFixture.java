package com.eindr.reminder.saga;

import static com.eindr.reminder.saga.Reminders.NINE;
import static com.eindr.reminder.saga.Reminders.UTC;

import com.eindr.account.AccountCommand.TellTimeZone;
import com.eindr.account.Whereabouts;
import com.eindr.shared.saga.Orders;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.test.saga.SagaTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** The process of one reminder of Ana's, and an account that tells where she is. */
abstract class ReminderDeliveryFixture {
    static final Instant LATER = NINE.plusSeconds(3600);

    final SagaTestFixture<ReminderDelivery> delivery = new SagaTestFixture<>(ReminderDelivery.class);

    /** What the account tells, one answer after the other; the last one goes on being told. */
    final Deque<ZoneId> zones = new ArrayDeque<>(List.of(UTC));

    @Nullable
    ZoneId left;

    @Nullable
    Instant leftAt;

    final Deque<RuntimeException> failures = new ArrayDeque<>();

    @BeforeEach
    void ana_is_in_utc() {
        delivery.registerResource(new Orders(delivery.registerCommandGateway(CommandGateway.class), order -> {
            throw new AssertionError("a saga's own orders are not parked: " + order);
        }));
        delivery.setCallbackBehavior((command, metaData) -> {
            if (!failures.isEmpty()) {
                throw failures.removeFirst();
            }
            if (command instanceof TellTimeZone) {
                return new Whereabouts(zones.size() > 1 ? zones.removeFirst() : zones.getFirst(), left, leftAt);
            }
            return 1L;
        });
        delivery.givenCurrentTime(NINE.minusSeconds(7200));
    }
}
