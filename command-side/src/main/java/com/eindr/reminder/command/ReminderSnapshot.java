package com.eindr.reminder.command;

import static java.util.Objects.requireNonNull;

import com.eindr.reminder.Alarm;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.ReminderStatus;
import com.eindr.reminder.Schedule;
import com.eindr.shared.Personal;
import com.eindr.shared.UserId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a reminder, in plain values. Not a fact: it may be thrown away at any time.
 *
 * <p>Raise the revision whenever the form changes, and also when events come to mean something else to {@link Progress}:
 * snapshots of another revision are not read. One that lacks something does not come into being, so that none fails a
 * command later.
 */
@Revision("2")
record ReminderSnapshot(
        ReminderId reminderId,
        UserId ownerId,
        @Personal(of = "ownerId") String title,
        @Personal(of = "ownerId") @Nullable String notes,
        Schedule schedule,
        ReminderStatus status,
        @Nullable Alarm armed,
        Course course,
        @Nullable Done last) {

    ReminderSnapshot {
        requireNonNull(reminderId, "reminderId");
        requireNonNull(ownerId, "ownerId");
        requireNonNull(title, "title");
        requireNonNull(schedule, "schedule");
        requireNonNull(status, "status");
        requireNonNull(course, "course");
    }

    /**
     * A {@link Progress}. The completion with which a series began anew is an instant and a zone, because JSON keeps no
     * moment's zone.
     */
    record Course(
            @Nullable OccurrenceId at,
            boolean passed,
            @Nullable Instant notBefore,
            @Nullable Instant begunAnewAt,
            @Nullable ZoneId begunAnewIn,
            int gone,
            List<OccurrenceId> taken,
            List<OccurrenceId> settled,
            @Nullable OccurrenceId settledUpTo,
            List<Later> putOff,
            @Nullable Unanswered unanswered,
            @Nullable OccurrenceId missed,
            @Nullable Instant resumedAt) {

        Course {
            taken = List.copyOf(taken);
            settled = List.copyOf(settled);
            putOff = List.copyOf(putOff);
            if ((begunAnewAt == null) != (begunAnewIn == null)) {
                throw new IllegalArgumentException("a series begins anew at a moment, in a zone");
            }
        }
    }

    /** A {@link LastDeed}. */
    record Done(LastDeed.Kind kind, OccurrenceId occurrence, Course without) {
        Done {
            requireNonNull(kind, "kind");
            requireNonNull(occurrence, "occurrence");
            requireNonNull(without, "without");
        }

        static @Nullable Done of(@Nullable LastDeed deed) {
            return deed == null
                    ? null
                    : new Done(deed.kind(), deed.occurrence(), deed.without().course());
        }

        LastDeed deed() {
            return new LastDeed(kind, occurrence, new Progress(without));
        }
    }

    /** A {@link PutOff}: snoozed until an instant, or moved to a local time. */
    record Later(
            OccurrenceId occurrence,
            @Nullable Instant until,
            @Nullable LocalDateTime start) {
        Later {
            requireNonNull(occurrence, "occurrence");
            if ((until == null) == (start == null)) {
                throw new IllegalArgumentException("what is put off is either snoozed or moved");
            }
        }

        static Later of(PutOff putOff) {
            return switch (putOff) {
                case PutOff.Snoozed(OccurrenceId occurrence, Instant until) -> new Later(occurrence, until, null);
                case PutOff.Moved(OccurrenceId occurrence, LocalDateTime start) -> new Later(occurrence, null, start);
            };
        }

        PutOff putOff() {
            return until != null
                    ? new PutOff.Snoozed(occurrence, until)
                    : new PutOff.Moved(occurrence, requireNonNull(start));
        }
    }

    /** A {@link Progress.Ring}. */
    record Unanswered(OccurrenceId occurrence, Instant rangAt, int nag, boolean nags) {
        Unanswered {
            requireNonNull(occurrence, "occurrence");
            requireNonNull(rangAt, "rangAt");
        }

        static @Nullable Unanswered of(Progress.@Nullable Ring ring) {
            return ring == null ? null : new Unanswered(ring.occurrence(), ring.rangAt(), ring.nag(), ring.nags());
        }

        Progress.Ring ring() {
            return new Progress.Ring(occurrence, rangAt, nag, nags);
        }
    }
}
