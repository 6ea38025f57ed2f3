package com.eindr.notification.web;

import com.eindr.notification.NotificationCommand.MarkNotificationRead;
import com.eindr.notification.NotificationId;
import com.eindr.notification.NotificationQuery.ChangesSince;
import com.eindr.notification.NotificationQuery.InboxOf;
import com.eindr.notification.NotificationQuery.UnreadCountOf;
import com.eindr.notification.NotificationRefusal;
import com.eindr.notification.NotificationView;
import com.eindr.notification.SyncView;
import com.eindr.shared.Refusal;
import com.eindr.shared.Slice;
import com.eindr.shared.SliceRequest;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.Cursors;
import com.eindr.shared.web.KeptUntilChange;
import com.eindr.shared.web.Queries;
import com.eindr.shared.web.WriteRequest;
import com.eindr.shared.web.Writes;
import com.eindr.shared.web.Written;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The inbox, and catching up with everything that changed. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Notifications")
class NotificationController {
    private final Writes writes;
    private final Queries queries;
    private final Cursors cursors;

    NotificationController(Writes writes, Queries queries, Cursors cursors) {
        this.writes = writes;
        this.queries = queries;
        this.cursors = cursors;
    }

    @GetMapping("/notifications")
    @Operation(summary = "List your notifications, the latest first")
    @KeptUntilChange
    Slice<NotificationView> inbox(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable Boolean unread,
            SliceRequest slice) {
        return queries.slice(new InboxOf(caller.userId(), unread, slice), NotificationView.class);
    }

    @Schema(name = "UnreadCount")
    record Unread(long unread) {}

    @GetMapping("/notifications/unread-count")
    @Operation(summary = "How many of your notifications are unread")
    @KeptUntilChange
    Unread unread(@AuthenticationPrincipal Caller caller) {
        return new Unread(
                queries.optional(new UnreadCountOf(caller.userId()), Long.class).orElse(0L));
    }

    @PostMapping("/notifications/{id}/read")
    @Operation(summary = "Mark a notification as read", description = "Doing it again changes nothing.")
    ResponseEntity<Written> read(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, WriteRequest write) {
        return writes.change(new MarkNotificationRead(new NotificationId(id), caller.userId()), write);
    }

    @GetMapping("/sync")
    @Operation(
            summary = "What changed since you last asked",
            description = "Without a cursor, everything. limit counts each kind. A cursor that is too old is answered"
                    + " with 410: forget everything and ask without one.")
    @ApiResponse(responseCode = "200", description = "OK", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "410", description = "The cursor is older than what is kept", content = @Content)
    SyncBody sync(@AuthenticationPrincipal Caller caller, SliceRequest slice, HttpServletRequest request) {
        SyncView changes = queries.optional(
                        new ChangesSince(caller.userId(), slice.cursor(), slice.limit()), SyncView.class)
                .orElseThrow(() -> Refusal.of(
                        NotificationRefusal.CHANGES_NOT_KEPT,
                        "Changes are not kept for that long; forget everything and ask without a cursor."));
        return SyncBody.of(changes, cursors.seal(changes.nextCursor(), request));
    }
}
