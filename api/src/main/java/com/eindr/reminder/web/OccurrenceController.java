package com.eindr.reminder.web;

import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.OccurrenceView;
import com.eindr.reminder.ReminderCommand.CompleteOccurrence;
import com.eindr.reminder.ReminderCommand.MoveOccurrence;
import com.eindr.reminder.ReminderCommand.ReopenOccurrence;
import com.eindr.reminder.ReminderCommand.SkipOccurrence;
import com.eindr.reminder.ReminderCommand.SnoozeOccurrence;
import com.eindr.reminder.ReminderCommand.WithdrawPutOff;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.ReminderQuery.OccurrencesOf;
import com.eindr.reminder.ReminderQuery.ReminderOf;
import com.eindr.reminder.ReminderRefusal;
import com.eindr.reminder.ReminderView;
import com.eindr.shared.Slice;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.InvalidRequest;
import com.eindr.shared.web.Queries;
import com.eindr.shared.web.Start;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.Writes;
import com.eindr.shared.web.Written;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a person does about one occurrence; without a name it is the one that rang last, else the next. */
@RestController
@RequestMapping(ReminderController.PATH + "/{id}")
@Tag(name = "Reminders")
class OccurrenceController {
    private static final String EXAMPLE = "2026-12-01T09:00";
    private static final String NAME = "[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?Z?)?";
    private static final String NOT_A_NAME = "must be the id of an occurrence, such as 2026-12-01T09:00";
    private static final Duration DEFAULT_WINDOW = Duration.ofDays(31);

    private final Writes writes;
    private final Queries queries;
    private final Clock clock;

    OccurrenceController(Writes writes, Queries queries, Clock clock) {
        this.writes = writes;
        this.queries = queries;
        this.clock = clock;
    }

    @Schema(name = "OccurrenceChoice")
    record Choice(
            @Schema(example = EXAMPLE) @Pattern(regexp = NAME, message = NOT_A_NAME) @Nullable
            String occurrence) {}

    record Snooze(
            @Schema(example = EXAMPLE) @Pattern(regexp = NAME, message = NOT_A_NAME) @Nullable
            String occurrence,

            @Schema(description = "Ring at this instant; or say for how long") @Nullable
            Instant until,

            @JsonProperty("for")
            @DurationMin(seconds = 1)
            @DurationMax(days = 366)
            @Schema(description = "Ring after this long; or say until when", example = "PT10M")
            @Nullable
            Duration length) {}

    record Move(
            @Schema(example = EXAMPLE) @Pattern(regexp = NAME, message = NOT_A_NAME) @Nullable
            String occurrence,

            @NotNull Start start) {}

    @PostMapping("/complete")
    @Operation(summary = "It is done")
    ResponseEntity<Written> complete(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            WriteRequest write,
            @Valid @RequestBody(required = false) @Nullable Choice body) {
        return writes.change(new CompleteOccurrence(new ReminderId(id), caller.userId(), chosen(body)), write);
    }

    @PostMapping("/skip")
    @Operation(summary = "Leave it out this time")
    ResponseEntity<Written> skip(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            WriteRequest write,
            @Valid @RequestBody(required = false) @Nullable Choice body) {
        return writes.change(new SkipOccurrence(new ReminderId(id), caller.userId(), chosen(body)), write);
    }

    @PostMapping("/snooze")
    @Operation(summary = "Ring again later", description = "Give either until or for. The series stays where it is.")
    ResponseEntity<Written> snooze(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            WriteRequest write,
            @Valid @RequestBody Snooze body) {
        return writes.change(
                new SnoozeOccurrence(new ReminderId(id), caller.userId(), named(body.occurrence()), until(body)),
                write);
    }

    @PostMapping("/move")
    @Operation(
            summary = "Move one occurrence",
            description =
                    "To another local time of the reminder's zone. It keeps its id; the series stays where it is.")
    ResponseEntity<Written> move(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            WriteRequest write,
            @Valid @RequestBody Move body) {
        return writes.change(
                new MoveOccurrence(
                        new ReminderId(id),
                        caller.userId(),
                        named(body.occurrence()),
                        body.start().at()),
                write);
    }

    @PostMapping("/reopen")
    @Operation(
            summary = "Take back that it is done, or left out",
            description =
                    "Everything is as if it had never been said, also where it had completed the whole reminder. It"
                        + " must be what was done last; not where the series has gone on to a ring that came only of"
                        + " it, or past the time at which it would have rung.")
    ResponseEntity<Written> reopen(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            WriteRequest write,
            @Valid @RequestBody(required = false) @Nullable Choice body) {
        return writes.change(new ReopenOccurrence(new ReminderId(id), caller.userId(), chosen(body)), write);
    }

    @PostMapping("/unsnooze")
    @Operation(
            summary = "Take back a snooze or a move",
            description =
                    "The occurrence has the time that it had before; if that has passed, it rings late. It must be"
                            + " what was done last, and the occurrence must not have rung since.")
    ResponseEntity<Written> unsnooze(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            WriteRequest write,
            @Valid @RequestBody(required = false) @Nullable Choice body) {
        return writes.change(new WithdrawPutOff(new ReminderId(id), caller.userId(), chosen(body)), write);
    }

    @GetMapping("/occurrences")
    @Operation(
            summary = "List the occurrences of a reminder, past and coming",
            description = "By default those of the next 31 days; at most 1,000.")
    Slice<OccurrenceView> occurrences(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        Instant begin = from != null ? from : to != null ? to.minus(DEFAULT_WINDOW) : clock.instant();
        Instant end = to != null ? to : begin.plus(DEFAULT_WINDOW);
        Windows.requireOrder(begin, end);
        ReminderId reminder = new ReminderId(id);
        requireReminder(caller, reminder);
        return queries.slice(new OccurrencesOf(caller.userId(), reminder, begin, end), OccurrenceView.class);
    }

    /** Having no occurrences and not being there are two answers. */
    private void requireReminder(Caller caller, ReminderId id) {
        if (queries.optional(new ReminderOf(caller.userId(), id), ReminderView.class)
                .isEmpty()) {
            throw ReminderRefusal.notFound(id);
        }
    }

    private Instant until(Snooze body) {
        if ((body.until() == null) == (body.length() == null)) {
            throw InvalidRequest.of("until", "must be given, or for; one of them and not both");
        }
        return body.until() != null ? body.until() : clock.instant().plus(body.length());
    }

    private static @Nullable OccurrenceId chosen(@Nullable Choice body) {
        return body == null ? null : named(body.occurrence());
    }

    private static @Nullable OccurrenceId named(@Nullable String occurrence) {
        return occurrence == null ? null : new OccurrenceId(occurrence);
    }
}
