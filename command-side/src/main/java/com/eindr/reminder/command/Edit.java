package com.eindr.reminder.command;

import com.eindr.reminder.ReminderCommand.EditReminder;
import com.eindr.reminder.Schedule;

/** What an edit makes of what is there. */
record Edit(EditReminder command) {

    Words of(Words words) {
        return new Words(
                command.title().orKeepRequired(words.title()), command.notes().orKeep(words.notes()));
    }

    Schedule of(Schedule schedule) {
        return new Schedule(
                        command.start().orKeepRequired(schedule.start()),
                        command.timeZone().orKeepRequired(schedule.timeZone()),
                        command.timing().orKeepRequired(schedule.timing()),
                        command.recurrence().orKeep(schedule.recurrence()),
                        command.repeatFrom().orKeepRequired(schedule.repeatFrom()),
                        command.onMissed().orKeepRequired(schedule.onMissed()),
                        command.nagEvery().orKeep(schedule.nagEvery()))
                .tidy();
    }
}
