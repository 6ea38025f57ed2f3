package com.eindr.infra.replay;

import com.eindr.account.AccountEvent.UserRegistered;
import com.eindr.account.Preferences;
import com.eindr.account.Profile;
import com.eindr.ledger.DebtDirection;
import com.eindr.ledger.DebtEvent.DebtAccepted;
import com.eindr.ledger.DebtEvent.DebtRecorded;
import com.eindr.ledger.DebtId;
import com.eindr.ledger.EntryCause;
import com.eindr.ledger.PairAccountEvent.EntryPosted;
import com.eindr.ledger.PairAccountId;
import com.eindr.ledger.Party;
import com.eindr.note.NoteEvent;
import com.eindr.note.NoteEvent.NoteDeleted;
import com.eindr.note.NoteEvent.NoteEdited;
import com.eindr.note.NoteEvent.NoteWritten;
import com.eindr.note.NoteId;
import com.eindr.note.NoteSource;
import com.eindr.notification.NotificationEvent.NotificationRaised;
import com.eindr.notification.NotificationEvent.NotificationRead;
import com.eindr.notification.NotificationId;
import com.eindr.notification.NotificationKind;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.OnMissed;
import com.eindr.reminder.ReminderEvent;
import com.eindr.reminder.ReminderEvent.OccurrenceCompleted;
import com.eindr.reminder.ReminderEvent.OccurrenceSnoozed;
import com.eindr.reminder.ReminderEvent.ReminderCreated;
import com.eindr.reminder.ReminderEvent.ReminderReworded;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import com.eindr.shared.Money;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/** Writes lives of reminders and notes into the log that nothing follows from: none is armed, and no push is due before 2030. */
final class History {
    private static final int EVENTS_OF_ONE = 6;
    private static final int LIVES_AT_ONCE = 100;

    private History() {}

    /** Appends about this many events, 100 reminders to a commit. */
    static void append(EventStorageEngine log, int events) {
        for (int written = 0; written < events; written += LIVES_AT_ONCE * EVENTS_OF_ONE) {
            List<DomainEventMessage<?>> messages = new ArrayList<>();
            UserId owner = new UserId("owner-" + TimeOrderedUuid.next());
            messages.add(new GenericDomainEventMessage<>(
                    "Account", owner.value(), 0, new UserRegistered(owner, Profile.INITIAL, Preferences.INITIAL)));
            for (int i = 0; i < LIVES_AT_ONCE; i++) {
                messages.addAll(life(owner));
            }
            messages.addAll(notes(owner));
            messages.addAll(debt(owner));
            log.appendEvents(messages);
        }
    }

    /** A note that is edited and one that is deleted. */
    private static List<DomainEventMessage<?>> notes(UserId owner) {
        NoteId kept = new NoteId(TimeOrderedUuid.next());
        NoteId gone = new NoteId(TimeOrderedUuid.next());
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        for (NoteEvent fact : List.of(
                new NoteWritten(kept, owner, owner, NoteSource.MANUAL, "The houses by the lake", "en"),
                new NoteEdited(kept, owner, owner, "Die Häuser am See", "de"))) {
            messages.add(new GenericDomainEventMessage<>("Note", kept.toString(), messages.size(), fact));
        }
        messages.add(new GenericDomainEventMessage<>(
                "Note",
                gone.toString(),
                0,
                new NoteWritten(gone, owner, owner, NoteSource.VOICE, "Milk & <honey>", null)));
        messages.add(new GenericDomainEventMessage<>("Note", gone.toString(), 1, new NoteDeleted(gone, owner, owner)));
        return messages;
    }

    /** A debt with a mere contact, which counts at once. */
    private static List<DomainEventMessage<?>> debt(UserId owner) {
        DebtId id = new DebtId(TimeOrderedUuid.next());
        Party cem = Party.contactOf(owner, "Cem");
        Party me = Party.user(owner);
        Money amount = new Money(500_000, Currency.getInstance("PKR"));
        Instant then = Instant.parse("2029-01-07T04:00:00Z");
        LocalDate day = LocalDate.of(2029, 1, 7);
        PairAccountId account = PairAccountId.of(me, cem, amount.currency());
        return List.of(
                new GenericDomainEventMessage<>(
                        "PairAccount",
                        account.toString(),
                        0,
                        new EntryPosted(account, cem, me, amount, EntryCause.DEBT, id.value(), day, then, then)),
                new GenericDomainEventMessage<>(
                        "Debt",
                        id.toString(),
                        0,
                        new DebtRecorded(
                                id, owner, cem, DebtDirection.OWED_TO_ME, amount, null, null, day, then, then)),
                new GenericDomainEventMessage<>(
                        "Debt", id.toString(), 1, new DebtAccepted(id, owner, cem, false, then)));
    }

    private static List<DomainEventMessage<?>> life(UserId owner) {
        ReminderId id = new ReminderId(TimeOrderedUuid.next());
        OccurrenceId first = new OccurrenceId("2030-01-07T09:00");
        Instant due = Instant.parse("2030-01-07T04:00:00Z");
        Schedule schedule = new Schedule(
                LocalDateTime.parse("2030-01-07T09:00"),
                ZoneId.of("Asia/Karachi"),
                Timing.FIXED,
                "FREQ=WEEKLY;BYDAY=MO",
                RepeatFrom.FROM_DUE,
                OnMissed.FIRE_LATE,
                null);
        List<ReminderEvent> facts = List.of(
                new ReminderCreated(id, owner, owner, "Call Ana", "about the house", schedule, null),
                new ReminderReworded(id, owner, owner, "Call Ana now", null),
                new OccurrenceSnoozed(id, owner, owner, first, due.plusSeconds(60), null),
                new OccurrenceCompleted(id, owner, owner, first, due.plusSeconds(60), null));
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        for (ReminderEvent fact : facts) {
            messages.add(new GenericDomainEventMessage<>("Reminder", id.toString(), messages.size(), fact));
        }
        NotificationId told = NotificationId.ofRing(id, first, due);
        messages.add(new GenericDomainEventMessage<>(
                "Notification",
                told.toString(),
                0,
                new NotificationRaised(
                        told, owner, NotificationKind.REMINDER_DUE, id, first, "Call Ana", due, due, false, 0, due)));
        messages.add(new GenericDomainEventMessage<>(
                "Notification", told.toString(), 1, new NotificationRead(told, owner, id, first)));
        return messages;
    }
}
