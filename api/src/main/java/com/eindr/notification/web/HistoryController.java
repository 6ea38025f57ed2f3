package com.eindr.notification.web;

import com.eindr.notification.HistoryEntry;
import com.eindr.notification.NotificationQuery.ReminderHistoryOf;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.ReminderRefusal;
import com.eindr.shared.Slice;
import com.eindr.shared.web.Caller;
import com.eindr.shared.web.Queries;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The story of a reminder. Here and not with the reminders, because it ends with what its owner was told. */
@RestController
@Tag(name = "Reminders")
class HistoryController {
    private final Queries queries;

    HistoryController(Queries queries) {
        this.queries = queries;
    }

    @GetMapping("/api/v1/reminders/{id}/history")
    @Operation(
            summary = "Why a reminder rang, or did not",
            description = "Its rule, zone and clock changes, quiet hours, and what became of the push; oldest first.")
    Slice<HistoryEntry> history(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        Slice<HistoryEntry> story =
                queries.slice(new ReminderHistoryOf(caller.userId(), new ReminderId(id)), HistoryEntry.class);
        if (story.items().isEmpty()) {
            // Every story begins with the creation.
            throw ReminderRefusal.notFound(new ReminderId(id));
        }
        return story;
    }
}
