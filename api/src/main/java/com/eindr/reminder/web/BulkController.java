package com.eindr.reminder.web;

import com.eindr.reminder.ReminderCommand.CancelReminder;
import com.eindr.reminder.ReminderId;
import com.eindr.shared.UserId;
import com.eindr.shared.web.Bodies;
import com.eindr.shared.web.BulkWrites;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.InvalidRequest;
import com.eindr.shared.web.Text;
import com.eindr.shared.web.WriteRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Many reminders at once, each with its own outcome. */
@RestController
@RequestMapping(ReminderController.PATH)
@Tag(name = "Reminders")
class BulkController {
    private static final int MOST = 100;

    private final BulkWrites bulk;
    private final Bodies bodies;
    private final OwnerZone zones;
    private final CancelSelection selection;

    BulkController(BulkWrites bulk, Bodies bodies, OwnerZone zones, CancelSelection selection) {
        this.bulk = bulk;
        this.bodies = bodies;
        this.zones = zones;
        this.selection = selection;
    }

    @Schema(name = "BulkCreate")
    record Create(
            @NotNull
            @Size(min = 1, max = MOST, message = "must have 1 to 100 items")
            @ArraySchema(schema = @Schema(implementation = NewReminder.class))
            List<JsonNode> items) {}

    @Schema(name = "BulkCancel")
    record Cancel(
            @Size(min = 1, max = MOST, message = "must have 1 to 100 ids") @Nullable
            List<@NotNull UUID> ids,

            @Nullable Instant from,
            @Nullable Instant to,
            @Text(max = 200) @Nullable String titleContains) {}

    @PostMapping("/bulk")
    @Operation(
            summary = "Set many reminders",
            description = "Each item has its own outcome, in the order of the items.")
    ResponseEntity<BulkWrites.Answer> create(
            @AuthenticationPrincipal Caller caller, WriteRequest write, @Valid @RequestBody Create body) {
        UserId user = caller.userId();
        return bulk.execute(
                body.items().size(),
                HttpStatus.CREATED,
                write,
                index -> bodies.read(body.items().get(index), NewReminder.class).command(user, () -> zones.of(user)));
    }

    @PostMapping("/bulk-cancel")
    @Operation(
            summary = "Call off many reminders",
            description = "Give either ids, or a window of time (from and to), or a part of the title. "
                    + "A window or a title calls off at most 1,000 of your active reminders.")
    ResponseEntity<BulkWrites.Answer> cancel(
            @AuthenticationPrincipal Caller caller, WriteRequest write, @Valid @RequestBody Cancel body) {
        long selectors = Stream.of(
                        body.ids() != null, body.from() != null || body.to() != null, body.titleContains() != null)
                .filter(given -> given)
                .count();
        if (selectors != 1) {
            throw InvalidRequest.of("ids", "must be given, or from and to, or titleContains; one of them and no other");
        }
        List<ReminderId> chosen = body.ids() != null
                ? body.ids().stream().map(ReminderId::new).toList()
                : selection.of(caller.userId(), window(body), write.idempotencyKey());
        return bulk.execute(
                chosen.size(), HttpStatus.OK, write, index -> new CancelReminder(chosen.get(index), caller.userId()));
    }

    private static CancelSelection.Wanted window(Cancel body) {
        if (body.titleContains() == null) {
            if (body.from() == null || body.to() == null) {
                throw InvalidRequest.of(body.from() == null ? "from" : "to", "is required");
            }
            Windows.requireOrder(body.from(), body.to());
        }
        return new CancelSelection.Wanted(body.from(), body.to(), body.titleContains());
    }
}
