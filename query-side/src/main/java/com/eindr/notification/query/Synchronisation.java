package com.eindr.notification.query;

import static java.util.stream.Collectors.joining;

import com.eindr.account.AccountQuery.AccountChangedSince;
import com.eindr.account.AccountView;
import com.eindr.friendship.FriendshipQuery.ProposalsChangedSince;
import com.eindr.friendship.FriendshipQuery.RelationsChangedSince;
import com.eindr.friendship.ProposalView;
import com.eindr.friendship.RelationView;
import com.eindr.habit.HabitQuery.HabitsChangedSince;
import com.eindr.habit.HabitView;
import com.eindr.ledger.DebtMoveQuery.DebtMovesChangedSince;
import com.eindr.ledger.DebtMoveView;
import com.eindr.ledger.DebtView;
import com.eindr.ledger.LedgerQuery.DebtsChangedSince;
import com.eindr.ledger.LedgerQuery.SettlementsChangedSince;
import com.eindr.ledger.NettingQuery.NettingsChangedSince;
import com.eindr.ledger.NettingView;
import com.eindr.ledger.SettlementView;
import com.eindr.note.NoteQuery.NotesChangedSince;
import com.eindr.note.NoteState;
import com.eindr.notification.NotificationQuery.ChangesSince;
import com.eindr.notification.NotificationView;
import com.eindr.notification.SyncView;
import com.eindr.reminder.ReminderQuery.RemindersChangedSince;
import com.eindr.reminder.ReminderStatus;
import com.eindr.reminder.ReminderView;
import com.eindr.shared.Changes;
import com.eindr.shared.query.ChangeList;
import com.eindr.shared.query.ChangesResponse;
import java.util.Arrays;
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
        int limit = query.limit();
        Changes<ReminderView> reminders =
                ask(new RemindersChangedSince(query.owner(), place.reminders(), limit), ReminderView.class);
        Changes<NotificationView> inbox = inbox(query, place.inbox());
        Changes<AccountView> account = ask(new AccountChangedSince(query.owner(), place.account()), AccountView.class);
        Changes<RelationView> relations =
                ask(new RelationsChangedSince(query.owner(), place.relations(), limit), RelationView.class);
        Changes<ProposalView> proposals =
                ask(new ProposalsChangedSince(query.owner(), place.proposals(), limit), ProposalView.class);
        Changes<NoteState> notes = ask(new NotesChangedSince(query.owner(), place.notes(), limit), NoteState.class);
        Changes<DebtView> debts = ask(new DebtsChangedSince(query.owner(), place.debts(), limit), DebtView.class);
        Changes<SettlementView> settlements =
                ask(new SettlementsChangedSince(query.owner(), place.settlements(), limit), SettlementView.class);
        Changes<NettingView> nettings =
                ask(new NettingsChangedSince(query.owner(), place.nettings(), limit), NettingView.class);
        Changes<DebtMoveView> debtMoves =
                ask(new DebtMovesChangedSince(query.owner(), place.debtMoves(), limit), DebtMoveView.class);
        Changes<HabitView> habits = ask(new HabitsChangedSince(query.owner(), place.habits(), limit), HabitView.class);
        List<Changes<?>> all = List.of(
                reminders,
                inbox,
                account,
                relations,
                proposals,
                notes,
                debts,
                settlements,
                nettings,
                debtMoves,
                habits);
        if (!all.stream().allMatch(Changes::known)) {
            return Optional.empty();
        }
        // Only who asks for everything forgets everything; all others may hold what is no more, and be asking again.
        boolean knowsNothing = query.cursor() == null;
        return Optional.of(new SyncView(
                reminders.items().stream().filter(view -> !isCancelled(view)).toList(),
                knowsNothing
                        ? List.of()
                        : reminders.items().stream()
                                .filter(Synchronisation::isCancelled)
                                .map(ReminderView::id)
                                .toList(),
                inbox.items(),
                relations.items(),
                !knowsNothing,
                proposals.items(),
                notes.items().stream()
                        .filter(note -> !knowsNothing || note.note() != null)
                        .toList(),
                debts.items(),
                settlements.items(),
                nettings.items(),
                debtMoves.items(),
                habits.items(),
                account.items().stream().findFirst().orElse(null),
                Place.of(all).toString(),
                all.stream().anyMatch(Changes::more)));
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

    /**
     * A position for each read model, written as numbers with dots between them. A cursor from before there was one of them
     * has fewer: of that one the device has nothing yet.
     */
    private record Place(List<Long> positions) {
        private static final int READ_MODELS = 11;
        static final Place BEGINNING = new Place(List.of());

        static Place of(List<Changes<?>> all) {
            return new Place(all.stream().map(Changes::position).toList());
        }

        static Place parse(String cursor) {
            String[] parts = cursor.split("\\.", -1);
            if (parts.length > READ_MODELS) {
                throw new IllegalArgumentException("not a cursor: " + cursor);
            }
            return new Place(Arrays.stream(parts).map(Long::valueOf).toList());
        }

        long reminders() {
            return at(0);
        }

        long inbox() {
            return at(1);
        }

        long account() {
            return at(2);
        }

        long relations() {
            return at(3);
        }

        long proposals() {
            return at(4);
        }

        long notes() {
            return at(5);
        }

        long debts() {
            return at(6);
        }

        long settlements() {
            return at(7);
        }

        long nettings() {
            return at(8);
        }

        long debtMoves() {
            return at(9);
        }

        long habits() {
            return at(10);
        }

        private long at(int readModel) {
            return readModel < positions.size() ? positions.get(readModel) : 0;
        }

        @Override
        public String toString() {
            return positions.stream().map(String::valueOf).collect(joining("."));
        }
    }
}
