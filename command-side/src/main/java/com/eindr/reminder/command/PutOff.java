package com.eindr.reminder.command;

import com.eindr.reminder.Adjustment;
import com.eindr.reminder.Alarm;
import com.eindr.reminder.Occurrence;
import com.eindr.reminder.OccurrenceCalendar;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.Schedule;
import java.time.Instant;
import java.time.LocalDateTime;

/** One occurrence that is to ring at another time than its own. */
sealed interface PutOff {

    OccurrenceId occurrence();

    Alarm alarm(Schedule schedule, OccurrenceCalendar calendar);

    /** An instant stays where it is, wherever its owner goes. */
    record Snoozed(OccurrenceId occurrence, Instant until) implements PutOff {
        @Override
        public Alarm alarm(Schedule schedule, OccurrenceCalendar calendar) {
            return new Alarm(occurrence, until, Adjustment.NONE, Alarm.Kind.SNOOZED, 0);
        }
    }

    /** A local time goes with its owner. */
    record Moved(OccurrenceId occurrence, LocalDateTime start) implements PutOff {
        @Override
        public Alarm alarm(Schedule schedule, OccurrenceCalendar calendar) {
            Occurrence placed = calendar.place(schedule, start);
            return new Alarm(occurrence, placed.dueAt(), placed.adjustment(), Alarm.Kind.MOVED, 0);
        }
    }
}
