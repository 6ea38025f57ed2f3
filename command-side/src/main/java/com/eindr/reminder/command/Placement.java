package com.eindr.reminder.command;

import com.eindr.reminder.Adjustment;
import com.eindr.reminder.Occurrence;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.Schedule;
import com.eindr.reminder.Timing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Names occurrences and puts them on the time line. */
final class Placement {
    private final LocalTime allDayRingsAt;

    Placement(LocalTime allDayRingsAt) {
        this.allDayRingsAt = allDayRingsAt;
    }

    /** An occurrence that is named by its local start. */
    Occurrence ofLocal(Schedule schedule, LocalDateTime local) {
        boolean allDay = schedule.timing() == Timing.ALL_DAY;
        return new Occurrence(
                new OccurrenceId(allDay ? local.toLocalDate().toString() : local.toString()),
                instant(schedule, local),
                adjustment(ring(schedule, local), schedule.timeZone()));
    }

    /** When an occurrence rings that is named by its local start. */
    Instant instant(Schedule schedule, LocalDateTime local) {
        return ZonedDateTime.ofLocal(ring(schedule, local), schedule.timeZone(), null)
                .toInstant();
    }

    private LocalDateTime ring(Schedule schedule, LocalDateTime local) {
        return schedule.timing() == Timing.ALL_DAY ? local.toLocalDate().atTime(allDayRingsAt) : local;
    }

    /** An occurrence that is named by its instant. */
    Occurrence ofInstant(Instant instant) {
        return new Occurrence(new OccurrenceId(instant.atOffset(ZoneOffset.UTC).toString()), instant, Adjustment.NONE);
    }

    /** The local start that a name stands for; empty where the text is no such name. */
    static Optional<LocalDateTime> local(OccurrenceId id) {
        String text = id.value();
        try {
            return Optional.of(
                    text.indexOf('T') < 0 ? LocalDate.parse(text).atStartOfDay() : LocalDateTime.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The instant that a name stands for; empty where the text is no such name. */
    static Optional<Instant> instant(OccurrenceId id) {
        String text = id.value();
        try {
            return text.endsWith("Z")
                    ? Optional.of(LocalDateTime.parse(text.substring(0, text.length() - 1))
                            .toInstant(ZoneOffset.UTC))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Where the clock shows a time never or twice; see {@link Adjustment}. */
    private static Adjustment adjustment(LocalDateTime local, ZoneId zone) {
        return switch (zone.getRules().getValidOffsets(local).size()) {
            case 0 -> Adjustment.GAP;
            case 1 -> Adjustment.NONE;
            default -> Adjustment.OVERLAP;
        };
    }
}
