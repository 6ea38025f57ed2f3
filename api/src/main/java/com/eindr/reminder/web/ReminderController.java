package com.eindr.reminder.web;

import com.eindr.reminder.ReminderCommand.CancelReminder;
import com.eindr.reminder.ReminderCommand.ReinstateReminder;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.ReminderQuery.ReminderOf;
import com.eindr.reminder.ReminderQuery.RemindersOf;
import com.eindr.reminder.ReminderRefusal;
import com.eindr.reminder.ReminderStatus;
import com.eindr.reminder.ReminderView;
import com.eindr.reminder.Timing;
import com.eindr.shared.Slice;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.UserId;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.EntityTags;
import com.eindr.shared.web.KeptUntilChange;
import com.eindr.shared.web.Queries;
import com.eindr.shared.web.Text;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.Writes;
import com.eindr.shared.web.Written;
import com.eindr.shared.web.openapi.LockedByPlan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Setting, reading, changing and calling off reminders. */
@RestController
@RequestMapping(ReminderController.PATH)
@Tag(name = "Reminders")
class ReminderController {
    static final String PATH = "/api/v1/reminders";

    private final Writes writes;
    private final Queries queries;
    private final OwnerZone zones;

    ReminderController(Writes writes, Queries queries, OwnerZone zones) {
        this.writes = writes;
        this.queries = queries;
        this.zones = zones;
    }

    @PostMapping
    @LockedByPlan
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Set a reminder")
    ResponseEntity<Written> create(
            @AuthenticationPrincipal Caller caller, WriteRequest write, @Valid @RequestBody NewReminder body) {
        UserId user = caller.userId();
        return writes.create(PATH + "/", body.command(user, () -> zones.of(user)), write);
    }

    @GetMapping
    @Operation(summary = "List your reminders, soonest next occurrence first")
    @KeptUntilChange
    Slice<ReminderView> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable ReminderStatus status,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Text(max = 200) @Nullable String titleContains,
            SliceRequest slice) {
        Windows.requireOrder(from, to);
        return queries.slice(
                new RemindersOf(caller.userId(), status, from, to, titleContains, slice), ReminderView.class);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read a reminder")
    ResponseEntity<ReminderView> read(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        ReminderView view = find(caller, id);
        return ResponseEntity.ok().eTag(EntityTags.of(view.version())).body(view);
    }

    @PatchMapping(path = "/{id}", consumes = "application/merge-patch+json")
    @Operation(
            summary = "Change a reminder",
            description = "Null removes what is optional and resets what has a default.")
    ResponseEntity<Written> edit(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            WriteRequest write,
            @Valid @RequestBody ReminderEdit body) {
        UserId user = caller.userId();
        return writes.change(
                body.command(new ReminderId(id), user, () -> zones.of(user), () -> timing(caller, id)), write);
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Call off a reminder")
    ResponseEntity<Written> cancel(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, WriteRequest write) {
        return writes.change(new CancelReminder(new ReminderId(id), caller.userId()), write);
    }

    @PostMapping("/{id}/reinstate")
    @Operation(
            summary = "Take back that a reminder was called off",
            description =
                    "It is armed as it was. What has become due meanwhile rings late or is missed, as onMissed says;"
                        + " of a series only that one occurrence, and it goes on with those to come. Counts as no new"
                        + " reminder.")
    ResponseEntity<Written> reinstate(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID id, WriteRequest write) {
        return writes.change(new ReinstateReminder(new ReminderId(id), caller.userId()), write);
    }

    private Timing timing(Caller caller, UUID id) {
        return find(caller, id).schedule().timing();
    }

    private ReminderView find(Caller caller, UUID id) {
        return queries.optional(new ReminderOf(caller.userId(), new ReminderId(id)), ReminderView.class)
                .orElseThrow(() -> ReminderRefusal.notFound(new ReminderId(id)));
    }
}
