package com.eindr.infra.commands;

import com.eindr.account.AccountCommand;
import com.eindr.account.AccountRefusal;
import com.eindr.friendship.FriendshipCommand;
import com.eindr.friendship.FriendshipCommand.AcceptRequest;
import com.eindr.friendship.FriendshipCommand.BlockUser;
import com.eindr.friendship.FriendshipCommand.DeclineRequest;
import com.eindr.friendship.FriendshipCommand.EndFriendship;
import com.eindr.friendship.FriendshipCommand.RequestFriendship;
import com.eindr.friendship.FriendshipCommand.SetPermissions;
import com.eindr.friendship.FriendshipCommand.UnblockUser;
import com.eindr.friendship.FriendshipCommand.WithdrawRequest;
import com.eindr.friendship.FriendshipRefusal;
import com.eindr.friendship.InvitationCommand;
import com.eindr.friendship.ProposalCommand;
import com.eindr.habit.HabitCommand;
import com.eindr.habit.HabitRefusal;
import com.eindr.ledger.DebtCommand;
import com.eindr.ledger.DebtMoveCommand;
import com.eindr.ledger.LedgerRefusal;
import com.eindr.ledger.NettingCommand;
import com.eindr.ledger.SettlementCommand;
import com.eindr.note.NoteCommand;
import com.eindr.note.NoteRefusal;
import com.eindr.notification.NotificationCommand;
import com.eindr.notification.NotificationRefusal;
import com.eindr.reminder.ReminderCommand;
import com.eindr.reminder.ReminderRefusal;
import com.eindr.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** Says what the event store says about a command's aggregate in the words of the command's feature. */
final class DomainRefusals {
    private DomainRefusals() {}

    /** There is no such aggregate; null where the feature has no word for it. */
    static @Nullable Refusal absent(Object command) {
        return switch (command) {
            case ReminderCommand c -> ReminderRefusal.notFound(c.reminderId());
            case NotificationCommand c -> NotificationRefusal.notFound(c.notificationId());
            case NoteCommand c -> NoteRefusal.notFound(c.noteId());
            case FriendshipCommand c -> absentBetween(c).refusal();
            case InvitationCommand c -> FriendshipRefusal.REQUEST_NOT_FOUND.refusal();
            case ProposalCommand c -> FriendshipRefusal.PROPOSAL_NOT_FOUND.refusal();
            case DebtCommand c -> LedgerRefusal.DEBT_NOT_FOUND.refusal();
            case SettlementCommand c -> LedgerRefusal.SETTLEMENT_NOT_FOUND.refusal();
            case NettingCommand c -> LedgerRefusal.NETTING_NOT_FOUND.refusal();
            case DebtMoveCommand c -> LedgerRefusal.MOVE_NOT_FOUND.refusal();
            case HabitCommand c -> HabitRefusal.SUGGESTION_NOT_FOUND.refusal();
            case AccountCommand.RemoveDevice c -> Refusal.of(AccountRefusal.DEVICE_NOT_FOUND, "no device has this id");
            case AccountCommand.SetFlag c -> Refusal.of(AccountRefusal.USER_NOT_FOUND, "no user has this id");
            case AccountCommand.ClearFlag c -> Refusal.of(AccountRefusal.USER_NOT_FOUND, "no user has this id");
            case AccountCommand.ChangePlan c -> Refusal.of(AccountRefusal.USER_NOT_FOUND, "no user has this id");
            default -> null;
        };
    }

    /** Those who never met are told what those are told between whom there is nothing any more. */
    private static FriendshipRefusal absentBetween(FriendshipCommand command) {
        return switch (command) {
            case RequestFriendship c -> FriendshipRefusal.REQUEST_NOT_FOUND;
            case AcceptRequest c -> FriendshipRefusal.REQUEST_NOT_FOUND;
            case DeclineRequest c -> FriendshipRefusal.REQUEST_NOT_FOUND;
            case WithdrawRequest c -> FriendshipRefusal.REQUEST_NOT_FOUND;
            case BlockUser c -> FriendshipRefusal.BLOCK_NOT_FOUND;
            case UnblockUser c -> FriendshipRefusal.BLOCK_NOT_FOUND;
            case EndFriendship c -> FriendshipRefusal.FRIEND_NOT_FOUND;
            case SetPermissions c -> FriendshipRefusal.FRIEND_NOT_FOUND;
        };
    }

    /** The aggregate that was to be created exists; null where the feature has no word for it. */
    static @Nullable Refusal exists(Object command) {
        return switch (command) {
            case ReminderCommand c -> Refusal.ofField(ReminderRefusal.REMINDER_EXISTS, "id", "this id is taken");
            case NoteCommand c -> Refusal.ofField(NoteRefusal.NOTE_EXISTS, "id", "this id is taken");
            case ProposalCommand c -> Refusal.ofField(FriendshipRefusal.PROPOSAL_EXISTS, "id", "this id is taken");
            case DebtCommand c -> Refusal.ofField(LedgerRefusal.DEBT_EXISTS, "id", "this id is taken");
            case SettlementCommand c -> Refusal.ofField(LedgerRefusal.SETTLEMENT_EXISTS, "id", "this id is taken");
            case DebtMoveCommand c -> Refusal.ofField(LedgerRefusal.MOVE_EXISTS, "id", "this id is taken");
            case NettingCommand c -> Refusal.ofField(LedgerRefusal.NETTING_EXISTS, "id", "this id is taken");
            default -> null;
        };
    }
}
