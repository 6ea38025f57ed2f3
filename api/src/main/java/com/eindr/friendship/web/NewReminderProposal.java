package com.eindr.friendship.web;

import com.eindr.friendship.ProposalCommand.ProposeReminder;
import com.eindr.friendship.ProposalId;
import com.eindr.friendship.ReminderOffer;
import com.eindr.reminder.OnMissed;
import com.eindr.reminder.RepeatFrom;
import com.eindr.reminder.Timing;
import com.eindr.shared.TimeOrderedUuid;
import com.eindr.shared.UserId;
import com.eindr.shared.web.ChosenId;
import com.eindr.shared.web.Start;
import com.eindr.shared.web.Text;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

/** What a person wants a friend to be reminded of. As a reminder of one's own, except for the zone. */
record NewReminderProposal(
        @Schema(description = "Of the proposal, chosen by the client") @ChosenId @Nullable
        UUID id,

        @NotNull @Text(max = 200) @Schema(example = "Call Ana")
        String title,

        @Text(max = 10_000, lines = true) @Nullable String notes,
        @NotNull Start start,

        @Schema(
                description =
                        "An IANA zone, for a reminder that is FIXED; by default the one the friend is in when they"
                                + " accept. Others follow the friend.",
                example = "Asia/Karachi")
        @Nullable
        ZoneId timeZone,

        @Schema(description = "FIXED by default") @Nullable Timing timing,

        @Schema(description = "An RFC 5545 RRULE, no finer than MINUTELY", example = "FREQ=WEEKLY;BYDAY=MO")
        @Text(max = 500)
        @Nullable
        String recurrence,

        @Schema(description = "FROM_DUE by default") @Nullable
        RepeatFrom repeatFrom,

        @Schema(description = "FIRE_LATE by default") @Nullable
        OnMissed onMissed,

        @Schema(description = "Ring again after this long until somebody answers", example = "PT10M")
        @DurationMin(minutes = 1)
        @DurationMax(days = 7)
        @Nullable
        Duration nagEvery) {

    ProposeReminder command(UserId from, UserId to, ZoneId recipientsZone) {
        Timing when = timing == null ? Timing.FIXED : timing;
        return new ProposeReminder(
                new ProposalId(id == null ? TimeOrderedUuid.next() : id),
                from,
                to,
                new ReminderOffer(
                        title,
                        notes,
                        start.under(when == Timing.ALL_DAY),
                        timeZone,
                        when,
                        recurrence,
                        repeatFrom == null ? RepeatFrom.FROM_DUE : repeatFrom,
                        onMissed == null ? OnMissed.FIRE_LATE : onMissed,
                        nagEvery),
                recipientsZone);
    }
}
