package com.eindr.reminder;

import com.eindr.shared.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Reminders that somebody else gives a person, with the person's consent. They are set within the command by which the
 * person consents, and recorded in the same commit.
 */
public interface GivenReminders {

    /**
     * Sets a reminder for {@code ownerId}, who agrees to it; counted where it was proposed, and not here.
     *
     * @throws com.eindr.shared.Refusal as {@link ReminderCommand.CreateReminder} is refused
     */
    void give(
            ReminderId reminderId,
            UserId ownerId,
            UserId createdBy,
            String title,
            @Nullable String notes,
            Schedule schedule);
}
