package com.eindr.reminder.command;

import com.eindr.reminder.GivenReminders;
import com.eindr.reminder.OccurrenceCalendar;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.Schedule;
import com.eindr.shared.UserId;
import com.eindr.shared.command.Repositories;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Sets given reminders in the unit of work of the command that is being handled. */
public final class GivenRemindersInOneCommit implements GivenReminders {
    private final Repositories repositories;
    private final OccurrenceCalendar calendar;
    private final Clock clock;

    public GivenRemindersInOneCommit(Repositories repositories, OccurrenceCalendar calendar, Clock clock) {
        this.repositories = repositories;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public void give(
            ReminderId reminderId,
            UserId ownerId,
            UserId createdBy,
            String title,
            @Nullable String notes,
            Schedule schedule) {
        repositories
                .create(Reminder.class, Reminder::new)
                .execute(reminder -> reminder.give(
                        reminderId, ownerId, createdBy, new Words(title, notes), schedule, calendar, clock));
    }
}
