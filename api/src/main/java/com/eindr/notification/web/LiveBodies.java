package com.eindr.notification.web;

import com.eindr.account.AccountEvent;
import com.eindr.account.Plan;
import com.eindr.account.Profile;
import com.eindr.friendship.Direction;
import com.eindr.friendship.FriendshipEvent;
import com.eindr.friendship.InvitationEvent;
import com.eindr.friendship.ProposalEvent;
import com.eindr.habit.HabitEvent;
import com.eindr.ledger.DebtEvent;
import com.eindr.ledger.DebtMoveEvent;
import com.eindr.ledger.NettingEvent;
import com.eindr.ledger.Party;
import com.eindr.ledger.SettlementEvent;
import com.eindr.note.NoteEvent;
import com.eindr.notification.Change;
import com.eindr.notification.NotificationEvent;
import com.eindr.reminder.Alarm;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderEvent;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.Schedule;
import com.eindr.shared.UserId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Puts events into the words of the live stream, so that what is stored can change without the stream changing. */
final class LiveBodies {
    private LiveBodies() {}

    static LiveBody of(Change change) {
        return switch (change.event()) {
            case ReminderEvent reminder -> ofReminder(reminder);
            case NoteEvent note -> ofNote(note);
            case NotificationEvent notification -> ofNotification(notification);
            case AccountEvent account -> ofAccount(account);
            case FriendshipEvent pair -> ofFriendship(pair, change.userId());
            case InvitationEvent invitation ->
                new LiveBody.Related(invitation.requestId().toString(), null, Direction.OUTGOING);
            case ProposalEvent proposal -> ofProposal(proposal, change.userId());
            case DebtEvent debt ->
                ofLedger(change, debt.debtId().toString(), null, debt.recordedBy(), debt.counterparty());
            case SettlementEvent settlement ->
                ofLedger(
                        change,
                        null,
                        settlement.settlementId().toString(),
                        settlement.proposedBy(),
                        settlement.counterparty());
            case NettingEvent netting ->
                new LiveBody.NettingState(netting.nettingId().toString());
            case DebtMoveEvent move -> new LiveBody.DebtMoveState(move.moveId().toString());
            case HabitEvent habit -> new LiveBody.HabitState(habit.habitId().toString());
            default ->
                throw new IllegalArgumentException(
                        "nothing that is shown live: " + change.event().getClass());
        };
    }

    /** Amounts are to be read again: a live event says which, and nothing that a screen would show for long. */
    private static LiveBody ofLedger(
            Change change, @Nullable String debt, @Nullable String settlement, UserId by, Party counterparty) {
        Party other = change.userId().equals(by) ? counterparty : Party.user(by);
        return new LiveBody.LedgerState(
                debt, settlement, other.isUser() ? other.userId().value() : null, other.contactName());
    }

    /** What changed between two people is to be read again; who acted is said, and nothing the viewer may not know. */
    private static LiveBody ofFriendship(FriendshipEvent event, UserId viewer) {
        boolean own = event.by().equals(viewer);
        return new LiveBody.Related(
                event.friendshipId().toString(),
                (own ? event.other() : event.by()).value(),
                own ? Direction.OUTGOING : Direction.INCOMING);
    }

    private static LiveBody ofProposal(ProposalEvent event, UserId viewer) {
        boolean sent = event.from().equals(viewer);
        String made = !sent && event instanceof ProposalEvent.ProposalAccepted accepted
                ? accepted.madeId().toString()
                : null;
        return new LiveBody.ProposalState(
                event.proposalId().toString(),
                (sent ? event.to() : event.from()).value(),
                sent ? Direction.OUTGOING : Direction.INCOMING,
                made);
    }

    private static LiveBody ofReminder(ReminderEvent event) {
        String id = event.reminderId().toString();
        return switch (event) {
            case ReminderEvent.ReminderCreated created ->
                scheduled(created.reminderId(), created.title(), created.notes(), created.schedule(), created.next());
            case ReminderEvent.ReminderRescheduled changed ->
                scheduled(changed.reminderId(), null, null, changed.schedule(), changed.next());
            case ReminderEvent.ReminderReworded reworded ->
                new LiveBody.Reworded(id, reworded.title(), reworded.notes());
            case ReminderEvent.OwnerZoneFollowed followed ->
                new LiveBody.ZoneFollowed(id, followed.timeZone().getId(), next(followed.next()));
            case ReminderEvent.OccurrenceRang rang ->
                new LiveBody.Rang(
                        id,
                        rang.occurrence().value(),
                        rang.title(),
                        rang.dueAt(),
                        rang.rangAt(),
                        rang.late(),
                        rang.nag(),
                        next(rang.next()));
            case ReminderEvent.OccurrenceMissed missed -> settled(id, missed.occurrence(), missed.next());
            case ReminderEvent.OccurrenceCompleted completed -> settled(id, completed.occurrence(), completed.next());
            case ReminderEvent.OccurrenceSkipped skipped -> settled(id, skipped.occurrence(), skipped.next());
            case ReminderEvent.OccurrenceReopened back -> settled(id, back.occurrence(), back.next());
            case ReminderEvent.PutOffWithdrawn back -> settled(id, back.occurrence(), back.next());
            case ReminderEvent.ReminderReinstated back ->
                scheduled(back.reminderId(), back.title(), back.notes(), back.schedule(), back.next());
            case ReminderEvent.OccurrenceSnoozed snoozed ->
                new LiveBody.Postponed(id, snoozed.occurrence().value(), snoozed.until(), null, next(snoozed.next()));
            case ReminderEvent.OccurrenceMoved moved ->
                new LiveBody.Postponed(
                        id,
                        moved.occurrence().value(),
                        null,
                        DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moved.start()),
                        next(moved.next()));
            case ReminderEvent.ReminderCompleted completed -> new LiveBody.Ended(id);
            case ReminderEvent.ReminderCancelled cancelled -> new LiveBody.Ended(id);
        };
    }

    private static LiveBody ofNote(NoteEvent event) {
        String id = event.noteId().toString();
        return switch (event) {
            case NoteEvent.NoteWritten written ->
                new LiveBody.Noted(
                        id,
                        written.content(),
                        written.language(),
                        written.source(),
                        written.createdBy().value());
            case NoteEvent.NoteEdited edited -> new LiveBody.Noted(id, edited.content(), edited.language(), null, null);
            case NoteEvent.NoteDeleted _ -> new LiveBody.NoteEnded(id);
        };
    }

    private static LiveBody ofNotification(NotificationEvent event) {
        return switch (event) {
            case NotificationEvent.NotificationRaised raised ->
                new LiveBody.Notified(
                        raised.notificationId().toString(),
                        raised.kind(),
                        raised.reminderId().toString(),
                        raised.occurrence().value(),
                        raised.title(),
                        raised.dueAt(),
                        raised.firedAt(),
                        raised.late(),
                        raised.pushAt());
            case NotificationEvent.NoticeRaised notice ->
                new LiveBody.Noticed(
                        notice.notificationId().toString(),
                        notice.kind(),
                        notice.subject(),
                        notice.title(),
                        notice.raisedAt(),
                        notice.pushAt());
            case NotificationEvent.NotificationRead read -> state(read, null, null);
            case NotificationEvent.PushDelivered delivered -> state(delivered, delivered.devices(), null);
            case NotificationEvent.PushNotDelivered failed ->
                state(failed, null, failed.cause().name());
        };
    }

    private static LiveBody ofAccount(AccountEvent event) {
        return switch (event) {
            case AccountEvent.UserRegistered registered -> profile(registered.profile());
            case AccountEvent.TrialStarted started -> new LiveBody.PlanState(Plan.TRIAL, started.endsAt());
            case AccountEvent.TrialEndAnnounced announced -> new LiveBody.PlanState(Plan.TRIAL, announced.endsAt());
            case AccountEvent.PlanChanged changed -> new LiveBody.PlanState(changed.plan(), null);
            case AccountEvent.ProfileChanged changed -> profile(changed.profile());
            case AccountEvent.TimeZoneChanged changed -> profile(changed.profile());
            case AccountEvent.PreferencesChanged changed ->
                new LiveBody.PreferencesState(
                        changed.preferences().quietHours() != null,
                        changed.preferences().pushShowsTitle());
            case AccountEvent.ErasureRequested requested -> new LiveBody.LeaveState(requested.effectiveAt());
            case AccountEvent.ErasureWithdrawn _ -> new LiveBody.LeaveState(null);
            case AccountEvent.ErasureBegun begun -> new LiveBody.LeaveState(begun.at());
            case AccountEvent.PersonErased erased -> new LiveBody.LeaveState(erased.erasedAt());
            case AccountEvent.DeviceRegistered registered ->
                new LiveBody.DeviceState(registered.deviceId().toString(), registered.platform());
            case AccountEvent.FlagSet set -> new LiveBody.FlagState(set.flag().value(), set.on());
            case AccountEvent.FlagCleared cleared ->
                new LiveBody.FlagState(cleared.flag().value(), null);
            case AccountEvent.DeviceSeen seen ->
                new LiveBody.DeviceSight(seen.deviceId().toString(), seen.seenAt());
            case AccountEvent.AddressesVerified verified ->
                new LiveBody.AddressState(
                        verified.addresses().email() != null,
                        verified.addresses().phone() != null);
            case AccountEvent.DeviceRemoved removed ->
                new LiveBody.DeviceState(removed.deviceId().toString(), null);
        };
    }

    private static LiveBody scheduled(
            ReminderId id, @Nullable String title, @Nullable String notes, Schedule schedule, @Nullable Alarm next) {
        return new LiveBody.Scheduled(
                id.toString(),
                title,
                notes,
                DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(schedule.start()),
                schedule.timeZone().getId(),
                schedule.timing().name(),
                schedule.recurrence(),
                next(next));
    }

    private static LiveBody settled(String id, OccurrenceId occurrence, @Nullable Alarm next) {
        return new LiveBody.Settled(id, occurrence.value(), next(next));
    }

    private static LiveBody state(NotificationEvent event, @Nullable Integer devices, @Nullable String cause) {
        ReminderId reminder = event.reminderId();
        OccurrenceId occurrence = event.occurrence();
        return new LiveBody.NotificationState(
                event.notificationId().toString(),
                reminder == null ? null : reminder.toString(),
                occurrence == null ? null : occurrence.value(),
                devices,
                cause);
    }

    private static LiveBody profile(Profile profile) {
        return new LiveBody.ProfileState(
                profile.displayName(), profile.language(), profile.timeZone().getId());
    }

    private static LiveBody.@Nullable Next next(@Nullable Alarm alarm) {
        return alarm == null
                ? null
                : new LiveBody.Next(alarm.occurrence().value(), alarm.dueAt(), alarm.adjustment(), alarm.kind());
    }
}
