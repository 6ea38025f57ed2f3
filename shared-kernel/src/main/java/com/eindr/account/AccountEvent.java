package com.eindr.account;

import com.eindr.shared.Personal;
import com.eindr.shared.UserId;
import com.eindr.shared.VerifiedAddresses;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** Everything that can happen to an account. Stored for ever. */
public sealed interface AccountEvent {

    UserId userId();

    /** A person came for the first time. */
    @Revision("1")
    record UserRegistered(UserId userId, Profile profile, Preferences preferences) implements AccountEvent {}

    /** The identity provider has verified that they can be reached at these addresses, and no longer at others. */
    @Revision("1")
    record AddressesVerified(UserId userId, VerifiedAddresses addresses) implements AccountEvent {}

    /** They may use everything until {@code endsAt}. */
    @Revision("1")
    record TrialStarted(UserId userId, Instant endsAt) implements AccountEvent {}

    /** They are to be told that their trial is about to end. */
    @Revision("1")
    record TrialEndAnnounced(UserId userId, Instant endsAt) implements AccountEvent {}

    /** They are on another plan now; {@code by} is the administrator or the process that put them there. */
    @Revision("1")
    record PlanChanged(UserId userId, Plan plan, String by) implements AccountEvent {}

    /** A feature is switched on or off for them, whatever holds for everybody, by the administrator {@code by}. */
    @Revision("1")
    record FlagSet(UserId userId, FlagName flag, boolean on, String by) implements AccountEvent {}

    /** A feature is for them as it is for everybody again, says the administrator {@code by}. */
    @Revision("1")
    record FlagCleared(UserId userId, FlagName flag, String by) implements AccountEvent {}

    /** Their name or language changed; the zone is the same as before. */
    @Revision("1")
    record ProfileChanged(UserId userId, Profile profile) implements AccountEvent {}

    /** They are in another zone now; name and language may have changed with it. */
    @Revision("1")
    record TimeZoneChanged(UserId userId, Profile profile) implements AccountEvent {}

    /** They want Eindr to behave differently from now on. */
    @Revision("1")
    record PreferencesChanged(UserId userId, Preferences preferences) implements AccountEvent {}

    /** They want to leave: what is personal is erased at {@code effectiveAt}, unless they return before. */
    @Revision("1")
    record ErasureRequested(UserId userId, Instant requestedAt, Instant effectiveAt) implements AccountEvent {}

    /** They stay after all. */
    @Revision("1")
    record ErasureWithdrawn(UserId userId) implements AccountEvent {}

    /** The days of grace are over, and there is no return: the key to what they wrote and were called is destroyed next. */
    @Revision("1")
    record ErasureBegun(UserId userId, Instant at) implements AccountEvent {}

    /**
     * The certificate: the key to what they wrote and were called is destroyed, and its copies are removed. The last event of
     * an account.
     */
    @Revision("1")
    record PersonErased(UserId userId, Instant requestedAt, Instant erasedAt) implements AccountEvent {}

    /** A device takes this person's pushes from now on. */
    @Revision("1")
    record DeviceRegistered(
            UserId userId,
            DeviceId deviceId,
            @Personal(of = "userId") String fcmToken,
            Platform platform) implements AccountEvent {}

    /** The app on a device has shown itself; recorded at its registration, and at most once a day. */
    @Revision("1")
    record DeviceSeen(UserId userId, DeviceId deviceId, Instant seenAt) implements AccountEvent {}

    /** A device takes this person's pushes no more. */
    @Revision("1")
    record DeviceRemoved(UserId userId, DeviceId deviceId, Cause cause) implements AccountEvent {

        public enum Cause {
            /** The person removed it. */
            ASKED,
            /** The push service said that its token is dead. */
            DEAD_TOKEN,
            /** Somebody else registered it, and a device belongs to one person. */
            TAKEN_OVER,
            /** It has not shown itself for so long that nobody will miss it. */
            UNSEEN
        }
    }
}
