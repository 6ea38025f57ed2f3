package com.eindr.notification.web;

import com.eindr.account.Plan;
import com.eindr.account.Platform;
import com.eindr.friendship.Direction;
import com.eindr.note.NoteSource;
import com.eindr.notification.NotificationKind;
import com.eindr.reminder.Adjustment;
import com.eindr.reminder.Alarm;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a live event says, in JSON. Which of these it is follows from the event's name; {@code next} is always the moment a
 * reminder is armed for from now on, null for none.
 */
@Schema(
        name = "LiveEvent",
        oneOf = {
            LiveBody.Scheduled.class,
            LiveBody.Reworded.class,
            LiveBody.ZoneFollowed.class,
            LiveBody.Rang.class,
            LiveBody.Settled.class,
            LiveBody.Postponed.class,
            LiveBody.Ended.class,
            LiveBody.Noted.class,
            LiveBody.NoteEnded.class,
            LiveBody.Notified.class,
            LiveBody.Noticed.class,
            LiveBody.NotificationState.class,
            LiveBody.ProfileState.class,
            LiveBody.PreferencesState.class,
            LiveBody.DeviceState.class,
            LiveBody.DeviceSight.class,
            LiveBody.AddressState.class,
            LiveBody.PlanState.class,
            LiveBody.LeaveState.class,
            LiveBody.FlagState.class,
            LiveBody.Related.class,
            LiveBody.ProposalState.class,
            LiveBody.LedgerState.class,
            LiveBody.NettingState.class,
            LiveBody.DebtMoveState.class,
            LiveBody.HabitState.class
        })
sealed interface LiveBody {

    /** What a reminder is armed for. */
    @Schema(name = "LiveNext")
    record Next(String occurrenceId, Instant dueAt, Adjustment adjustment, Alarm.Kind kind) {}

    /** A reminder is new, reinstated, or has another schedule. Title and notes are left out where they have not changed. */
    @Schema(name = "LiveSchedule")
    record Scheduled(
            String reminderId,
            @Nullable String title,
            @Nullable String notes,
            String start,
            String timeZone,
            String timing,
            @Nullable String recurrence,
            @Nullable Next next)
            implements LiveBody {}

    @Schema(name = "LiveWords")
    record Reworded(
            String reminderId, String title, @Nullable String notes) implements LiveBody {}

    @Schema(name = "LiveZone")
    record ZoneFollowed(
            String reminderId, String timeZone, @Nullable Next next) implements LiveBody {}

    @Schema(name = "LiveRing")
    record Rang(
            String reminderId,
            String occurrenceId,
            String title,
            Instant dueAt,
            Instant firedAt,
            boolean late,
            int nag,
            @Nullable Next next)
            implements LiveBody {}

    /** An occurrence was missed, completed or skipped, or what its owner had done to it was taken back. */
    @Schema(name = "LiveOccurrence")
    record Settled(
            String reminderId,
            String occurrenceId,
            @Nullable Next next) implements LiveBody {}

    /** An occurrence was put off until an instant, or moved to a local start. */
    @Schema(name = "LivePostponement")
    record Postponed(
            String reminderId,
            String occurrenceId,
            @Nullable Instant until,
            @Nullable String start,
            @Nullable Next next)
            implements LiveBody {}

    /** A reminder is completed or cancelled. */
    @Schema(name = "LiveEnd")
    record Ended(String reminderId) implements LiveBody {}

    /** A note was written, or edited; then source and author are left out, since they have not changed. */
    @Schema(name = "LiveNote")
    record Noted(
            String noteId,
            String content,
            @Nullable String language,
            @Nullable NoteSource source,
            @Nullable String createdBy)
            implements LiveBody {}

    /** A note was deleted. */
    @Schema(name = "LiveNoteEnd")
    record NoteEnded(String noteId) implements LiveBody {}

    /** @param pushAt later than the ring where quiet hours postpone the push */
    @Schema(name = "LiveNotification")
    record Notified(
            String notificationId,
            NotificationKind kind,
            String reminderId,
            String occurrenceId,
            String title,
            Instant dueAt,
            Instant firedAt,
            boolean late,
            Instant pushAt)
            implements LiveBody {}

    /** @param subject the id of what it is about; null where it has none */
    @Schema(name = "LiveNotice")
    record Noticed(
            String notificationId,
            NotificationKind kind,
            @Nullable String subject,
            String title,
            Instant raisedAt,
            Instant pushAt)
            implements LiveBody {}

    /** A notification was read, or its push has come to something. */
    @Schema(name = "LiveNotificationState")
    record NotificationState(
            String notificationId,
            @Nullable String reminderId,
            @Nullable String occurrenceId,
            @Nullable Integer devices,
            @Nullable String cause)
            implements LiveBody {}

    @Schema(name = "LiveProfile")
    record ProfileState(@Nullable String displayName, String language, String timeZone) implements LiveBody {}

    /** The preferences are to be read again. */
    @Schema(name = "LivePreferences")
    record PreferencesState(boolean quietHours, boolean pushShowsTitle) implements LiveBody {}

    /** A device was registered, or removed; then it has no platform. */
    @Schema(name = "LiveDevice")
    record DeviceState(String deviceId, @Nullable Platform platform) implements LiveBody {}

    @Schema(name = "LiveDeviceSight")
    record DeviceSight(String deviceId, Instant seenAt) implements LiveBody {}

    /** Which of the person's addresses have been verified. */
    @Schema(name = "LiveAddresses")
    record AddressState(boolean email, boolean phone) implements LiveBody {}

    /** @param on null where it is as it is for everybody again */
    @Schema(name = "LiveFlag")
    record FlagState(String flag, @Nullable Boolean on) implements LiveBody {}

    /** @param leavesAt when the account is, or was, erased; null for never */
    @Schema(name = "LiveLeave")
    record LeaveState(@Nullable Instant leavesAt) implements LiveBody {}

    /** @param trialEndsAt null where no trial is running */
    @Schema(name = "LivePlan")
    record PlanState(Plan plan, @Nullable Instant trialEndsAt) implements LiveBody {}

    /**
     * What is between the person and another has changed, and is to be read again.
     *
     * @param requestId the id of the pair, or of a request to an address
     * @param userId the other; null for a request to an address
     * @param direction OUTGOING where the person themselves did it
     */
    @Schema(name = "LiveRelation")
    record Related(String requestId, @Nullable String userId, Direction direction) implements LiveBody {}

    /**
     * A proposal is new, or was settled.
     *
     * @param userId the other of its two people
     * @param direction OUTGOING where the person themselves proposed it
     * @param madeId the reminder or note it became; null for the sender
     */
    @Schema(name = "LiveProposal")
    record ProposalState(
            String proposalId,
            String userId,
            Direction direction,
            @Nullable String madeId) implements LiveBody {}

    /**
     * A debt or a settlement is new or has another status; it and the balance are to be read again.
     *
     * @param debtId null where it is a settlement
     * @param settlementId null where it is a debt
     * @param userId the other of its two people; null for a contact
     * @param contactName null for a user
     */
    @Schema(name = "LiveLedger")
    record LedgerState(
            @Nullable String debtId,
            @Nullable String settlementId,
            @Nullable String userId,
            @Nullable String contactName)
            implements LiveBody {}

    /** A proposal to net is new, was answered by somebody or has ended; it and the balances are to be read again. */
    @Schema(name = "LiveNetting")
    record NettingState(String nettingId) implements LiveBody {}

    /** The moving of debts to a friend is new, was answered or has ended; it and the balances are to be read again. */
    @Schema(name = "LiveDebtMove")
    record DebtMoveState(String moveId) implements LiveBody {}

    /** A suggestion is new, answered or withdrawn; it is to be read again. */
    @Schema(name = "LiveHabit")
    record HabitState(String habitId) implements LiveBody {}
}
