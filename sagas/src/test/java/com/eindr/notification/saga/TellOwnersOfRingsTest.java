package com.eindr.notification.saga;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.AccountQuery.AccountOf;
import com.eindr.account.AccountView;
import com.eindr.account.Preferences;
import com.eindr.account.Profile;
import com.eindr.account.QuietHours;
import com.eindr.account.Subscription;
import com.eindr.notification.NotificationCommand.RaiseNotification;
import com.eindr.notification.NotificationId;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderEvent.OccurrenceRang;
import com.eindr.reminder.ReminderId;
import com.eindr.shared.UserId;
import com.eindr.shared.saga.Orders;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.queryhandling.DefaultQueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.queryhandling.SimpleQueryBus;
import org.axonframework.queryhandling.annotation.AnnotationQueryHandlerAdapter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TellOwnersOfRingsTest {
    private static final UserId ANA = new UserId("ana");
    private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
    private static final ReminderId REMINDER = ReminderId.of("01890000-0000-7000-8000-000000000001");
    private static final OccurrenceId OCCURRENCE = new OccurrenceId("2026-12-07T09:00");
    private static final Instant NINE = Instant.parse("2026-12-07T09:00:00Z");

    private final SimpleCommandBus commands = SimpleCommandBus.builder().build();
    private final SimpleQueryBus queries = SimpleQueryBus.builder().build();
    private final Queue<Object> given = new ConcurrentLinkedQueue<>();
    private final Map<UserId, AccountView> accounts = new HashMap<>();
    private final TellOwnersOfRings automation = new TellOwnersOfRings(
            new Orders(DefaultCommandGateway.builder().commandBus(commands).build(), order -> {
                throw new AssertionError("nothing fails here: " + order);
            }),
            new Recipients(DefaultQueryGateway.builder().queryBus(queries).build()));

    @BeforeEach
    void accounts_can_be_asked_for() {
        new AnnotationQueryHandlerAdapter<>(new Accounts()).subscribe(queries);
        commands.subscribe(RaiseNotification.class.getName(), command -> given.add(command.getPayload()));
    }

    @Test
    void the_owner_is_told_with_their_zone_and_quiet_hours() {
        Preferences quiet = new Preferences(NIGHT, "default", null, false, false, false, true, false);
        accounts.put(
                ANA,
                new AccountView(ANA, new Profile("Ana", "en", KARACHI), quiet, Subscription.INITIAL, NINE, null, 1));
        tell();
        assertThat(given)
                .containsExactly(new RaiseNotification(
                        NotificationId.ofRing(REMINDER, OCCURRENCE, NINE),
                        ANA,
                        REMINDER,
                        OCCURRENCE,
                        "Call Bob",
                        NINE,
                        NINE.plusMillis(90),
                        false,
                        0,
                        NIGHT,
                        KARACHI));
    }

    @Test
    void an_owner_without_an_account_is_told_as_a_beginner() {
        tell();
        assertThat(given).singleElement().isInstanceOfSatisfying(RaiseNotification.class, command -> {
            assertThat(command.quietHours()).isNull();
            assertThat(command.timeZone()).isEqualTo(ZoneId.of("UTC"));
        });
    }

    private void tell() {
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(GenericEventMessage.asEventMessage("a batch"));
        automation.on(
                new OccurrenceRang(REMINDER, ANA, "Call Bob", OCCURRENCE, NINE, NINE.plusMillis(90), false, 0, null));
        work.commit();
    }

    final class Accounts {
        @QueryHandler
        Optional<AccountView> accountOf(AccountOf query) {
            return Optional.ofNullable(accounts.get(query.userId()));
        }
    }
}
