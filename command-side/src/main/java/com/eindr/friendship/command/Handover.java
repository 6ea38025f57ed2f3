package com.eindr.friendship.command;

import com.eindr.friendship.ProposalEvent.NoteProposed;
import com.eindr.friendship.ProposalEvent.ProposalAccepted;
import com.eindr.friendship.ProposalEvent.Proposed;
import com.eindr.friendship.ProposalEvent.ReminderProposed;
import com.eindr.friendship.ReminderOffer;
import com.eindr.note.GivenNotes;
import com.eindr.note.NoteId;
import com.eindr.reminder.GivenReminders;
import com.eindr.reminder.ReminderId;
import com.eindr.shared.DerivedUuid;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/** Makes what was proposed the recipient's own, in the commit in which they agree. */
public final class Handover {
    private final GivenReminders reminders;
    private final GivenNotes notes;

    public Handover(GivenReminders reminders, GivenNotes notes) {
        this.reminders = reminders;
        this.notes = notes;
    }

    /**
     * @param asked whether the recipient was
     * @return the fact, for the proposal to record
     * @throws com.eindr.shared.Refusal if it can be nobody's any more, such as a series whose last day has passed
     */
    ProposalAccepted of(Proposed proposed, ZoneId recipientsZone, boolean asked, Instant now) {
        // Derived, so that accepting twice at the same moment meets itself.
        UUID made = DerivedUuid.of("proposed", proposed.proposalId().toString());
        switch (proposed) {
            case ReminderProposed reminder -> {
                ReminderOffer offer = reminder.offer();
                reminders.give(
                        new ReminderId(made),
                        reminder.to(),
                        reminder.from(),
                        offer.title(),
                        offer.notes(),
                        offer.scheduleIn(recipientsZone));
            }
            case NoteProposed note ->
                notes.give(new NoteId(made), note.to(), note.from(), note.content(), note.language());
        }
        return new ProposalAccepted(proposed.proposalId(), proposed.from(), proposed.to(), asked, made, now);
    }
}
