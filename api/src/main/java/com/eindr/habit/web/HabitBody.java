package com.eindr.habit.web;

import com.eindr.habit.HabitEvidence;
import com.eindr.habit.HabitStatus;
import com.eindr.habit.HabitView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@link HabitView} in JSON. */
@Schema(name = "HabitSuggestion")
record HabitBody(
        String id,
        String title,

        @Schema(
                description = "The first time after the evidence; accepted later, it begins with the next one to come",
                example = "2026-12-21T09:00:00")
        String start,

        @Schema(example = "Asia/Karachi") String timeZone,
        @Schema(example = "FREQ=WEEKLY;BYDAY=MO") String recurrence,

        @Schema(description = "What led to it, in order of time")
        List<Evidence> evidence,

        Instant suggestedAt,
        HabitStatus status,

        @Schema(description = "The reminder it has become; null unless it was accepted") @Nullable
        String reminderId,

        long version) {

    @Schema(name = "HabitEvidence")
    record Evidence(
            String reminderId,
            @Schema(example = "2026-11-30T09:00") String occurrence,

            @Schema(description = "When it was done, or rang where it is not known to be done")
            Instant at) {
        static Evidence of(HabitEvidence one) {
            return new Evidence(one.reminderId().toString(), one.occurrence().value(), one.at());
        }
    }

    static HabitBody of(HabitView view) {
        return new HabitBody(
                view.id().toString(),
                view.title(),
                DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(view.schedule().start()),
                view.schedule().timeZone().getId(),
                Objects.requireNonNull(view.schedule().recurrence()),
                view.evidence().stream().map(Evidence::of).toList(),
                view.suggestedAt(),
                view.status(),
                Objects.toString(view.reminderId(), null),
                view.version());
    }
}
