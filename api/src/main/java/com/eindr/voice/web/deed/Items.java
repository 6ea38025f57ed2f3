package com.eindr.voice.web.deed;

import com.eindr.reminder.Adjustment;
import com.eindr.reminder.Occurrence;
import com.eindr.reminder.OccurrenceView;
import com.eindr.reminder.ReminderView;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells of reminders as people are told of them. */
public final class Items {
    private Items() {}

    static Result.Item of(ReminderView view) {
        ReminderView.Next next = view.nextOccurrence();
        return new Result.Item(
                view.title(),
                next == null ? null : when(view.schedule(), next.dueAt(), next.adjustment(), next.snoozed()));
    }

    static Result.Item of(ReminderView view, OccurrenceView occurrence) {
        return new Result.Item(
                view.title(), when(view.schedule(), occurrence.dueAt(), occurrence.adjustment(), occurrence.snoozed()));
    }

    static Result.When when(Schedule schedule, Occurrence occurrence) {
        return when(schedule, occurrence.dueAt(), occurrence.adjustment(), false);
    }

    private static Result.When when(Schedule schedule, Instant dueAt, Adjustment adjustment, boolean snoozed) {
        ZoneId zone = schedule.timeZone();
        return new Result.When(
                LocalDateTime.ofInstant(dueAt, zone),
                zone,
                schedule.timing() == Timing.ALL_DAY,
                adjustment != Adjustment.NONE && !snoozed,
                schedule.recurrence());
    }

    /** What a person can tell them apart by: the title and the time; a number where that is the same. */
    static List<String> names(List<ReminderView> views, ZoneId zone) {
        List<String> names = new ArrayList<>();
        for (ReminderView view : views) {
            String name = name(view, zone);
            int twin = 2;
            while (names.contains(twin == 2 ? name : name + " #" + (twin - 1))) {
                twin++;
            }
            names.add(twin == 2 ? name : name + " #" + (twin - 1));
        }
        return names;
    }

    private static String name(ReminderView view, ZoneId zone) {
        LocalDateTime at = at(view.nextOccurrence(), zone);
        return at == null ? view.title() : view.title() + ", " + at.toLocalDate() + " " + at.toLocalTime();
    }

    private static @Nullable LocalDateTime at(ReminderView.@Nullable Next next, ZoneId zone) {
        return next == null ? null : LocalDateTime.ofInstant(next.dueAt(), zone).truncatedTo(ChronoUnit.MINUTES);
    }
}
