package com.eindr.habit.command;

import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reminders of somebody in Berlin, in the order in which they were made. */
final class Traces {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final List<Trace> all = new ArrayList<>();

    List<Trace> all() {
        return all;
    }

    /** Done on time, every time. */
    Traces done(String title, String... times) {
        for (String time : times) {
            LocalDateTime local = LocalDateTime.parse(time);
            add(title, local, local.atZone(BERLIN).toInstant(), List.of());
        }
        return this;
    }

    Traces done(String title, LocalDateTime... times) {
        for (LocalDateTime local : times) {
            add(title, local, local.atZone(BERLIN).toInstant(), List.of());
        }
        return this;
    }

    Traces meaning(List<Byte> meaning, String title, String time) {
        LocalDateTime local = LocalDateTime.parse(time);
        add(title, local, local.atZone(BERLIN).toInstant(), meaning);
        return this;
    }

    Traces plannedAndDone(String title, String planned, String done) {
        LocalDateTime local = LocalDateTime.parse(planned);
        add(title, local, LocalDateTime.parse(done).atZone(BERLIN).toInstant(), List.of());
        return this;
    }

    Traces cancelled(String title, String time) {
        done(title, time);
        return replaceLast(false, true);
    }

    Traces repeating(String title) {
        done(title, "2026-01-01T09:00");
        return replaceLast(true, false);
    }

    /** The same as if the last but {@code back} were called off. */
    static List<Trace> without(List<Trace> traces, int index) {
        List<Trace> changed = new ArrayList<>(traces);
        changed.set(index, changed(traces.get(index), false, true));
        return changed;
    }

    private Traces replaceLast(boolean repeating, boolean cancelled) {
        all.add(changed(all.removeLast(), repeating, cancelled));
        return this;
    }

    private static Trace changed(Trace trace, boolean repeating, boolean cancelled) {
        return new Trace(
                trace.reminderId(),
                trace.made(),
                trace.title(),
                trace.meaning(),
                trace.planned(),
                trace.timeZone(),
                repeating,
                cancelled,
                trace.occurrence(),
                trace.doneAt(),
                trace.doneOn(),
                trace.rangAt());
    }

    private void add(String title, LocalDateTime planned, Instant doneAt, List<Byte> meaning) {
        all.add(new Trace(
                new ReminderId(new UUID(0x7000, all.size())),
                all.size(),
                title,
                meaning,
                planned,
                BERLIN,
                false,
                false,
                new OccurrenceId(planned.toString()),
                doneAt,
                LocalDateTime.ofInstant(doneAt, BERLIN),
                null));
    }
}
