package com.eindr.friendship.web;

import com.eindr.friendship.Direction;
import com.eindr.friendship.Kind;
import com.eindr.friendship.ProposalStatus;
import com.eindr.friendship.ProposalView;
import com.eindr.friendship.ReminderOffer;
import com.eindr.reminder.OnMissed;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Timing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A proposal in JSON. */
@Schema(name = "Proposal")
record ProposalBody(
        String id,
        Direction direction,
        Kind kind,
        @Schema(description = "The other of the two") String userId,
        @Nullable String displayName,
        ProposalStatus status,
        @Nullable Offer reminder,
        @Nullable String note,
        Instant proposedAt,
        Instant expiresAt,
        @Nullable Instant settledAt,

        @Schema(description = "The reminder it became, for its owner") @Nullable
        String reminderId,

        @Schema(description = "The note it became, for its owner") @Nullable
        String noteId,

        long version) {

    /** A reminder that is not yet one. */
    @Schema(name = "ReminderOffer")
    record Offer(
            String title,
            @Nullable String notes,
            String start,

            @Schema(description = "Missing where it is to be the zone of whoever accepts") @Nullable
            String timeZone,

            Timing timing,
            @Nullable String recurrence,
            RepeatFrom repeatFrom,
            OnMissed onMissed,
            @Nullable String nagEvery) {

        static @Nullable Offer of(@Nullable ReminderOffer offer) {
            return offer == null
                    ? null
                    : new Offer(
                            offer.title(),
                            offer.notes(),
                            start(offer),
                            Objects.toString(offer.timeZone(), null),
                            offer.timing(),
                            offer.recurrence(),
                            offer.repeatFrom(),
                            offer.onMissed(),
                            Objects.toString(offer.nagEvery(), null));
        }

        private static String start(ReminderOffer offer) {
            return offer.timing() == Timing.ALL_DAY
                    ? offer.start().toLocalDate().toString()
                    : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(offer.start());
        }
    }

    static ProposalBody of(ProposalView view) {
        return new ProposalBody(
                view.id().toString(),
                view.direction(),
                view.kind(),
                view.userId().value(),
                view.displayName(),
                view.status(),
                Offer.of(view.reminder()),
                view.note(),
                view.proposedAt(),
                view.expiresAt(),
                view.settledAt(),
                made(view, Kind.REMINDERS),
                made(view, Kind.NOTES),
                view.version());
    }

    private static @Nullable String made(ProposalView view, Kind kind) {
        UUID made = view.madeId();
        return made == null || view.kind() != kind ? null : made.toString();
    }
}
