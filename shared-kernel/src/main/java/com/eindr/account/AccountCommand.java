package com.eindr.account;

import com.eindr.shared.Patch;
import com.eindr.shared.UserId;
import com.eindr.shared.VerifiedAddresses;
import java.time.Instant;
import java.time.ZoneId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Every order an account takes. A person orders about their own account only, so the account says who acts; where somebody
 * else does, the order says so.
 */
public sealed interface AccountCommand {

    UserId userId();

    /** Registers a person who is not, and takes note of addresses that are new. */
    record RegisterUser(@TargetAggregateIdentifier UserId userId, VerifiedAddresses addresses)
            implements AccountCommand {
        public RegisterUser(UserId userId) {
            this(userId, VerifiedAddresses.NONE);
        }
    }

    /**
     * Puts a person on a plan; ignored where they are on it. A trial begins anew.
     *
     * @param by the administrator who says so
     */
    record ChangePlan(@TargetAggregateIdentifier UserId userId, Plan plan, UserId by) implements AccountCommand {}

    /**
     * Switches a feature on or off for a person; ignored where it is.
     *
     * @param by the administrator who says so
     */
    record SetFlag(@TargetAggregateIdentifier UserId userId, FlagName flag, boolean on, UserId by)
            implements AccountCommand {}

    /** Lets what holds for everybody hold for a person; ignored where it does. */
    record ClearFlag(@TargetAggregateIdentifier UserId userId, FlagName flag, UserId by) implements AccountCommand {}

    /** The end of a trial is near. Ignored where that trial is not running any more, and where they have been told. */
    record AnnounceTrialEnd(@TargetAggregateIdentifier UserId userId, Instant endsAt) implements AccountCommand {}

    /**
     * The time of a trial is over. Ignored where that trial is not running any more.
     *
     * @param by the process that says so
     */
    record EndTrial(@TargetAggregateIdentifier UserId userId, Instant endsAt, String by) implements AccountCommand {}

    /** Begins the days of grace after which a person is erased; repeating it changes nothing. */
    record RequestErasure(@TargetAggregateIdentifier UserId userId) implements AccountCommand {}

    /** Stays after all; refused once the erasure has begun. */
    record WithdrawErasure(@TargetAggregateIdentifier UserId userId) implements AccountCommand {}

    /**
     * The days of grace are over. Answered with whether the erasure has begun, now or before: not where the person has stayed.
     *
     * @param effectiveAt of the request that is meant
     */
    record BeginErasure(@TargetAggregateIdentifier UserId userId, Instant effectiveAt) implements AccountCommand {}

    /** What was to be erased is. Ignored where that has not begun, and where it is done. */
    record ConfirmErasure(@TargetAggregateIdentifier UserId userId) implements AccountCommand {}

    record EditProfile(
            @TargetAggregateIdentifier UserId userId,
            Patch<String> displayName,
            Patch<String> language,
            Patch<ZoneId> timeZone)
            implements AccountCommand {}

    /**
     * A person says something in a language, which counts where it is another than their profile's. Records nothing else.
     *
     * @param language ISO 639 code
     */
    record SpeakLanguage(@TargetAggregateIdentifier UserId userId, String language) implements AccountCommand {}

    record EditPreferences(
            @TargetAggregateIdentifier UserId userId,
            Patch<QuietHours> quietHours,
            Patch<String> notificationSound,
            Patch<String> ttsLanguage,
            Patch<Boolean> chatHistoryEnabled,
            Patch<Boolean> habitSuggestionsEnabled,
            Patch<Boolean> discoverable,
            Patch<Boolean> allowFriendRequests,
            Patch<Boolean> pushShowsTitle)
            implements AccountCommand {}

    /** Registering a device again changes nothing, but shows that it is still there. */
    record RegisterDevice(
            @TargetAggregateIdentifier UserId userId, DeviceId deviceId, String fcmToken, Platform platform)
            implements AccountCommand {}

    record RemoveDevice(
            @TargetAggregateIdentifier UserId userId, DeviceId deviceId, AccountEvent.DeviceRemoved.Cause cause)
            implements AccountCommand {}

    /**
     * A device is another person's now, or has been away for long.
     *
     * @param unseenSince ignored where it has shown itself to this person after that
     */
    record DropDevice(
            @TargetAggregateIdentifier UserId userId,
            DeviceId deviceId,
            AccountEvent.DeviceRemoved.Cause cause,
            Instant unseenSince)
            implements AccountCommand {}

    /**
     * Answered by {@link Whereabouts}, straight from their own events and never by a read model, which
     * may lag. Records nothing.
     */
    record TellTimeZone(@TargetAggregateIdentifier UserId userId) implements AccountCommand {}
}
