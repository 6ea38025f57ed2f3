package com.eindr.notification.query;

import com.eindr.account.AccountQuery.AccountChangedSince;
import com.eindr.account.AccountView;
import com.eindr.notification.NotificationQuery.ChangesSince;
import com.eindr.notification.NotificationView;
import com.eindr.notification.SyncView;
import com.eindr.reminder.ReminderQuery.RemindersChangedSince;
import com.eindr.reminder.ReminderStatus;
import com.eindr.reminder.ReminderView;
import com.eindr.shared.Changes;
import com.eindr.shared.query.ChangeList;
import com.eindr.shared.query.ChangesResponse;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * What changed in everything a person has. The cursor names a position for each read model, because each has come as far as
 * it has come: what one does not show yet, it will show next time.
 */
@Component
final class Synchronisation {
    private final JdbcOperations jdbc;
    private final NotificationRows notifications;
    private final QueryGateway queries;

    Synchronisation(JdbcOperations jdbc, NotificationRows notifications, QueryGateway queries) {
        this.jdbc = jdbc;
        this.notifications = notifications;
        this.queries = queries;
    }

    @QueryHandler
    Optional<SyncView> changes(ChangesSince query) {
        Place place = query.cursor() == null ? Place.BEGINNING : Place.parse(query.cursor());
        Changes<ReminderView> reminders =
                ask(new RemindersChangedSince(query.owner(), place.reminders(), query.limit()), ReminderView.class);
        Changes<NotificationView> inbox = inbox(query, place.inbox());
        Changes<AccountView> account = ask(new AccountChangedSince(query.owner(), place.account()), AccountView.class);
        if (!reminders.known() || !inbox.known() || !account.known()) {
            return Optional.empty();
        }
        boolean knowsNothing = place.reminders() == 0;
        return Optional.of(new SyncView(
                reminders.items().stream().filter(view -> !isCancelled(view)).toList(),
                knowsNothing
                        ? List.of()
                        : reminders.items().stream()
                                .filter(Synchronisation::isCancelled)
                                .map(ReminderView::id)
                                .toList(),
                inbox.items(),
                account.items().stream().findFirst().orElse(null),
                new Place(reminders.position(), inbox.position(), account.position()).toString(),
                reminders.more() || inbox.more()));
    }

    private Changes<NotificationView> inbox(ChangesSince query, long position) {
        return ChangeList.read(
                jdbc,
                InboxProjection.NAME,
                position,
                query.limit(),
                limit -> notifications.changedSince(query.owner().value(), position, Limit.of(limit)).stream()
                        .map(row -> new ChangeList.Change<>(row.view(), row.changedAt()))
                        .toList());
    }

    /** Asks a neighbour in its own words; the answer comes from this process and at once. */
    private <T> Changes<T> ask(Object query, Class<T> item) {
        return queries.query(query, new ChangesResponse<>(item)).join();
    }

    private static boolean isCancelled(ReminderView view) {
        return view.status() == ReminderStatus.CANCELLED;
    }

    /** Written as three numbers with dots between them. */
    private record Place(long reminders, long inbox, long account) {
        static final Place BEGINNING = new Place(0, 0, 0);

        static Place parse(String cursor) {
            String[] parts = cursor.split("\\.", -1);
            if (parts.length != 3) {
                throw new IllegalArgumentException("not a cursor: " + cursor);
            }
            return new Place(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
        }

        @Override
        public String toString() {
            return reminders + "." + inbox + "." + account;
        }
    }
}
