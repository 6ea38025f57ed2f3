package com.eindr.reminder.web;

import com.eindr.reminder.Adjustment;
import com.eindr.reminder.OccurrenceView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One occurrence of a reminder in JSON. */
@Schema(name = "Occurrence")
record OccurrenceBody(
        String id,
        Instant dueAt,
        Adjustment adjustment,
        boolean snoozed,
        OccurrenceView.State state,
        @Nullable Instant rangAt) {

    static OccurrenceBody of(OccurrenceView view) {
        return new OccurrenceBody(
                view.id().value(), view.dueAt(), view.adjustment(), view.snoozed(), view.state(), view.rangAt());
    }
}
