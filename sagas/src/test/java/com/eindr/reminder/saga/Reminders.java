package com.eindr.reminder.saga;

import com.eindr.reminder.Adjustment;
import com.eindr.reminder.Alarm;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.OnMissed;
import com.eindr.reminder.ReminderEvent.OccurrenceRang;
import com.eindr.reminder.ReminderEvent.ReminderCreated;
import com.eindr.reminder.ReminderEvent.ReminderReinstated;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What the tests of deliveries talk about: Ana, and something she wants to be reminded of on a Monday at nine. */
final class Reminders {
    static final UserId ANA = new UserId("ana");
    static final ReminderId REMINDER = ReminderId.of("01890000-0000-7000-8000-000000000001");
    static final ZoneId UTC = ZoneId.of("UTC");
    static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");
    static final String MONDAY = "2026-12-07T09:00";
    static final Instant NINE = Instant.parse("2026-12-07T09:00:00Z");

    private Reminders() {}

    static Schedule schedule(Timing timing) {
        return new Schedule(
                LocalDateTime.parse(MONDAY), UTC, timing, null, RepeatFrom.FROM_DUE, OnMissed.FIRE_LATE, null);
    }

    static Alarm alarm(String occurrence, Instant dueAt) {
        return new Alarm(new OccurrenceId(occurrence), dueAt, Adjustment.NONE, Alarm.Kind.DUE, 0);
    }

    static ReminderCreated created(Timing timing, @Nullable Alarm next) {
        return new ReminderCreated(REMINDER, ANA, ANA, "Call Ana", null, schedule(timing), next);
    }

    static ReminderReinstated reinstated(Timing timing, @Nullable Alarm next) {
        return new ReminderReinstated(REMINDER, ANA, ANA, "Call Ana", null, schedule(timing), NINE, next);
    }

    static OccurrenceRang rang(Alarm alarm, @Nullable Alarm next) {
        return new OccurrenceRang(
                REMINDER, ANA, "Call Ana", alarm.occurrence(), alarm.dueAt(), alarm.dueAt(), false, alarm.nag(), next);
    }
}
