package com.eindr.notification;

import com.eindr.account.AccountView;
import com.eindr.friendship.ProposalView;
import com.eindr.friendship.RelationView;
import com.eindr.habit.HabitView;
import com.eindr.ledger.DebtMoveView;
import com.eindr.ledger.DebtView;
import com.eindr.ledger.NettingView;
import com.eindr.ledger.SettlementView;
import com.eindr.note.NoteState;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.ReminderView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changed in everything a person has, since their device last asked.
 *
 * @param reminders new or changed ones as they are now, completed ones too
 * @param deletedReminders cancelled ones, which the device may forget; none where it had nothing yet
 * @param notifications new or changed ones as they are now
 * @param relations what changed between the person and others; those of which nothing is left too
 * @param deletions whether the device may have what {@code relations} lack now
 * @param proposals new or changed ones as they are now
 * @param notes new or changed ones as they are now; deleted ones too, where the device may have them
 * @param debts new or changed ones as they are now; none is ever deleted, and no settlement, netting or move is
 * @param settlements new or changed ones as they are now
 * @param nettings new or changed ones as they are now, without lines
 * @param debtMoves new or changed ones as they are now, without origins
 * @param habits new or changed suggestions as they are now, answered and withdrawn ones too
 * @param account null where it did not change
 * @param nextCursor ask from here next time
 * @param more whether there is more to ask for at once
 */
public record SyncView(
        List<ReminderView> reminders,
        List<ReminderId> deletedReminders,
        List<NotificationView> notifications,
        List<RelationView> relations,
        boolean deletions,
        List<ProposalView> proposals,
        List<NoteState> notes,
        List<DebtView> debts,
        List<SettlementView> settlements,
        List<NettingView> nettings,
        List<DebtMoveView> debtMoves,
        List<HabitView> habits,
        @Nullable AccountView account,
        String nextCursor,
        boolean more) {
    public SyncView {
        reminders = List.copyOf(reminders);
        deletedReminders = List.copyOf(deletedReminders);
        notifications = List.copyOf(notifications);
        relations = List.copyOf(relations);
        proposals = List.copyOf(proposals);
        notes = List.copyOf(notes);
        debts = List.copyOf(debts);
        settlements = List.copyOf(settlements);
        nettings = List.copyOf(nettings);
        debtMoves = List.copyOf(debtMoves);
        habits = List.copyOf(habits);
    }
}
