package com.eindr.account;

import com.eindr.shared.UserId;
import java.time.Instant;

/** Every question about accounts. */
public sealed interface AccountQuery {

    /** Answered by an optional {@link AccountView}. */
    record AccountOf(UserId userId) implements AccountQuery {}

    /**
     * Answered by an optional {@link AccountView}, in the same time whoever it is: what is kept at hand for people who use
     * Eindr just now would tell a stranger with a clock that they do.
     */
    record AccountOfAnother(UserId userId) implements AccountQuery {}

    /**
     * Answered by {@link com.eindr.shared.Changes} of {@link AccountView}, at most one.
     *
     * @param position 0 for everything
     */
    record AccountChangedSince(UserId userId, long position) implements AccountQuery {}

    /** Answered by a list of {@link Device}, the latest registered first. */
    record DevicesOf(UserId userId) implements AccountQuery {}

    /**
     * Answered by an {@link EntitlementsView}.
     *
     * @param now decides about trials and months
     */
    record EntitlementsOf(UserId userId, Instant now) implements AccountQuery {}

    /** Where a push goes. */
    record Device(DeviceId deviceId, String fcmToken, Platform platform) {}
}
