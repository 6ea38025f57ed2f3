package com.eindr.reminder.web;

import com.eindr.reminder.Adjustment;
import com.eindr.reminder.AgendaEntry;
import com.eindr.reminder.Occurrence;
import com.eindr.reminder.OccurrenceCalendar;
import com.eindr.reminder.ReminderQuery.AgendaOf;
import com.eindr.reminder.ReminderQuery.Upcoming;
import com.eindr.reminder.ReminderView;
import com.eindr.reminder.Schedule;
import com.eindr.shared.Slice;
import com.eindr.shared.UserId;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.InvalidRequest;
import com.eindr.shared.web.KeptUntilChange;
import com.eindr.shared.web.Queries;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is coming: for the day, for the week, and of a reminder that is only thought of. */
@RestController
@RequestMapping(ReminderController.PATH)
@Tag(name = "Reminders")
class AgendaController {
    private static final int WEEK = 7;
    private static final int MOST_RINGS = 50;

    private final Queries queries;
    private final OwnerZone zones;
    private final OccurrenceCalendar calendar;
    private final Clock clock;

    AgendaController(Queries queries, OwnerZone zones, OccurrenceCalendar calendar, Clock clock) {
        this.queries = queries;
        this.zones = zones;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** A ring that would come. */
    @Schema(name = "Ring")
    record Ring(String id, Instant dueAt, Adjustment adjustment) {
        static Ring of(Occurrence occurrence) {
            return new Ring(occurrence.id().value(), occurrence.dueAt(), occurrence.adjustment());
        }
    }

    @GetMapping("/today")
    @Operation(summary = "Today's occurrences", description = "Today is what it is in your profile's zone.")
    @KeptUntilChange
    Slice<AgendaEntry> today(@AuthenticationPrincipal Caller caller) {
        return agenda(caller.userId(), 1);
    }

    @GetMapping("/week")
    @Operation(summary = "The occurrences of seven days from today on")
    @KeptUntilChange
    Slice<AgendaEntry> week(@AuthenticationPrincipal Caller caller) {
        return agenda(caller.userId(), WEEK);
    }

    @GetMapping("/upcoming")
    @Operation(summary = "The ten reminders that ring next")
    @KeptUntilChange
    Slice<ReminderView> upcoming(@AuthenticationPrincipal Caller caller) {
        return queries.slice(new Upcoming(caller.userId()), ReminderView.class);
    }

    @PostMapping("/preview")
    @Operation(summary = "The next rings of a reminder, nothing saved")
    Slice<Ring> preview(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "5") int n,
            @Valid @RequestBody NewReminder body) {
        if (n < 1 || n > MOST_RINGS) {
            throw InvalidRequest.of("n", "must be a whole number from 1 to " + MOST_RINGS);
        }
        Schedule schedule = body.schedule(() -> zones.of(caller.userId()));
        calendar.check(schedule);
        return new Slice<>(rings(schedule, n), null);
    }

    private Slice<AgendaEntry> agenda(UserId user, int days) {
        return queries.slice(new AgendaOf(user, zones.of(user), days), AgendaEntry.class);
    }

    /** A reminder that rings once does so at once where its time has passed; a series begins with what is to come. */
    private List<Ring> rings(Schedule schedule, int count) {
        if (!schedule.repeats()) {
            return List.of(Ring.of(calendar.place(schedule, schedule.start())));
        }
        Instant now = clock.instant();
        Iterator<Occurrence> coming = calendar.occurrencesFrom(schedule, yesterday(schedule, now));
        List<Ring> rings = new ArrayList<>();
        while (coming.hasNext() && rings.size() < count) {
            Occurrence occurrence = coming.next();
            if (!occurrence.dueAt().isBefore(now)) {
                rings.add(Ring.of(occurrence));
            }
        }
        return rings;
    }

    /** A day early, since a whole day rings hours after its start and a gap moves a ring forward. */
    private static LocalDateTime yesterday(Schedule schedule, Instant now) {
        return LocalDateTime.ofInstant(now, schedule.timeZone()).minusDays(1);
    }
}
