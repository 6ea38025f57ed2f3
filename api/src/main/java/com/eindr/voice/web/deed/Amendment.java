package com.eindr.voice.web.deed;

import com.eindr.reminder.ReminderCommand.EditReminder;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.ReminderView;
import com.eindr.reminder.Schedule;
import com.eindr.shared.Patch;
import com.eindr.shared.UserId;
import com.eindr.voice.Slots;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What of a reminder is to be otherwise: only what somebody spoke of. Written as a form, so that it can wait in a token. */
record Amendment(Patch<String> title, Patch<LocalDateTime> start, Patch<ZoneId> timeZone, Patch<String> recurrence) {

    /**
     * What was said of a reminder. That the next one of a series is moved is no part of it.
     *
     * @param here the zone in which it was said
     */
    static Amendment of(Slots said, ZoneId here, ReminderView view) {
        Schedule schedule = view.schedule();
        String words = said.title();
        String rule = said.recurrence();
        LocalDateTime start = said.start();
        Patch<String> title = words == null ? Patch.absent() : Patch.of(words);
        if (rule == null) {
            Patch<LocalDateTime> moved =
                    start == null || schedule.repeats() ? Patch.absent() : Patch.of(local(start, here, schedule));
            return new Amendment(title, moved, Patch.absent(), Patch.absent());
        }
        // The days of a rule are those of the place where it was said. What follows its owner is there already.
        boolean elsewhere = start != null
                && !schedule.followsOwner()
                && !schedule.timeZone().equals(here);
        return new Amendment(
                title,
                start == null ? Patch.absent() : Patch.of(start),
                elsewhere ? Patch.of(here) : Patch.absent(),
                Patch.of(rule));
    }

    /** A local time as the clock of a reminder shows it. */
    static LocalDateTime local(LocalDateTime time, ZoneId here, Schedule schedule) {
        return time.atZone(here).withZoneSameInstant(schedule.timeZone()).toLocalDateTime();
    }

    boolean isEmpty() {
        return !title.present() && !isOfTime();
    }

    boolean isOfTime() {
        return start.present() || timeZone.present() || recurrence.present();
    }

    EditReminder command(ReminderId reminder, UserId by) {
        return new EditReminder(
                reminder,
                by,
                title,
                Patch.absent(),
                start,
                timeZone,
                Patch.absent(),
                recurrence,
                Patch.absent(),
                Patch.absent(),
                Patch.absent());
    }

    /** What it makes of a schedule. */
    Schedule of(Schedule schedule) {
        return new Schedule(
                        start.orKeepRequired(schedule.start()),
                        timeZone.orKeepRequired(schedule.timeZone()),
                        schedule.timing(),
                        recurrence.orKeep(schedule.recurrence()),
                        schedule.repeatFrom(),
                        schedule.onMissed(),
                        schedule.nagEvery())
                .tidy();
    }

    /** What makes a reminder again what it is now. */
    Amendment back(ReminderView now) {
        return new Amendment(
                title.map(_ -> now.title()),
                start.map(_ -> now.schedule().start()),
                timeZone.map(_ -> now.schedule().timeZone()),
                recurrence.map(_ -> now.schedule().recurrence()));
    }

    String written() {
        List<String> fields = new ArrayList<>();
        write(fields, "title", title);
        write(fields, "start", start);
        write(fields, "zone", timeZone);
        write(fields, "rule", recurrence);
        return String.join("&", fields);
    }

    private static void write(List<String> fields, String name, Patch<?> patch) {
        if (patch.present()) {
            Object value = patch.value();
            fields.add(name + "=" + URLEncoder.encode(value == null ? "" : value.toString(), StandardCharsets.UTF_8));
        }
    }

    /** What {@link #written} wrote. */
    static Amendment read(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String field : text.split("&", -1)) {
            int equals = field.indexOf('=');
            fields.put(
                    field.substring(0, equals), URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return new Amendment(
                patch(fields.get("title"), value -> value),
                patch(fields.get("start"), LocalDateTime::parse),
                patch(fields.get("zone"), ZoneId::of),
                patch(fields.get("rule"), value -> value));
    }

    private static <T> Patch<T> patch(@Nullable String field, Function<String, T> read) {
        return field == null ? Patch.absent() : Patch.of(field.isEmpty() ? null : read.apply(field));
    }
}
