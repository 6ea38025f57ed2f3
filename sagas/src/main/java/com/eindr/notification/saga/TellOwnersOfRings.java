package com.eindr.notification.saga;

import com.eindr.account.AccountQuery.AccountOf;
import com.eindr.account.AccountView;
import com.eindr.account.Preferences;
import com.eindr.account.Profile;
import com.eindr.notification.NotificationCommand.RaiseNotification;
import com.eindr.notification.NotificationId;
import com.eindr.reminder.ReminderEvent.OccurrenceRang;
import com.eindr.shared.saga.Orders;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.responsetypes.ResponseTypes;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/**
 * Whenever an occurrence rings, its owner is told. Many rings are told side by side: the reminders of a whole country are
 * due at nine, and nobody waits for everybody else.
 */
@Component
@ProcessingGroup("tell-owners-of-rings")
@DisallowReplay
class TellOwnersOfRings {
    private static final String ACTOR = "automation:tell-owners-of-rings";

    private final Orders orders;
    private final QueryGateway queries;

    TellOwnersOfRings(Orders orders, QueryGateway queries) {
        this.orders = orders;
        this.queries = queries;
    }

    @EventHandler
    void on(OccurrenceRang rang) {
        orders.giveBeside(ACTOR, () -> notificationOf(rang));
    }

    private RaiseNotification notificationOf(OccurrenceRang rang) {
        Optional<AccountView> account = queries.query(
                        new AccountOf(rang.ownerId()), ResponseTypes.optionalInstanceOf(AccountView.class))
                .join();
        Profile profile = account.map(AccountView::profile).orElse(Profile.INITIAL);
        Preferences preferences = account.map(AccountView::preferences).orElse(Preferences.INITIAL);
        return new RaiseNotification(
                NotificationId.ofRing(rang.reminderId(), rang.occurrence(), rang.dueAt()),
                rang.ownerId(),
                rang.reminderId(),
                rang.occurrence(),
                rang.title(),
                rang.dueAt(),
                rang.rangAt(),
                rang.late(),
                rang.nag(),
                preferences.quietHours(),
                profile.timeZone());
    }
}
