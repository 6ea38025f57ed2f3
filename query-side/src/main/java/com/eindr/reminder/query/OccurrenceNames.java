package com.eindr.reminder.query;

import com.eindr.reminder.Adjustment;
import com.eindr.reminder.Occurrence;
import com.eindr.reminder.OccurrenceCalendar;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.Schedule;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/** When an occurrence is due by its name alone, that is: had nobody touched it. */
final class OccurrenceNames {
    private OccurrenceNames() {}

    static Occurrence due(OccurrenceCalendar calendar, Schedule schedule, OccurrenceId id) {
        String name = id.value();
        if (isInstant(id)) {
            return new Occurrence(id, OffsetDateTime.parse(name).toInstant(), Adjustment.NONE);
        }
        LocalDateTime local = name.indexOf('T') < 0 ? LocalDate.parse(name).atStartOfDay() : LocalDateTime.parse(name);
        return due(calendar, schedule, id, local);
    }

    /** The same for an occurrence that takes place at another local time. */
    static Occurrence due(OccurrenceCalendar calendar, Schedule schedule, OccurrenceId id, LocalDateTime local) {
        Occurrence placed = calendar.place(schedule, local);
        return new Occurrence(id, placed.dueAt(), placed.adjustment());
    }

    static boolean isInstant(OccurrenceId id) {
        return id.value().endsWith("Z");
    }
}
