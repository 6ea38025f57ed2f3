package com.eindr.ledger;

import com.eindr.shared.SliceRequest;
import com.eindr.shared.UserId;
import org.jspecify.annotations.Nullable;

/** Every question about the moving of debts. Each is answered by what the person who asks can see. */
public sealed interface DebtMoveQuery {

    /** Answered by a slice of {@link DebtMoveView}, the latest first, without origins. */
    record DebtMovesOf(UserId user, @Nullable DebtMoveStatus status, SliceRequest slice) implements DebtMoveQuery {}

    /** Answered by an optional {@link DebtMoveView}, with its origins. */
    record DebtMoveOf(UserId user, DebtMoveId moveId) implements DebtMoveQuery {}

    /** Answered by {@link com.eindr.shared.Changes} of {@link DebtMoveView}, without origins. */
    record DebtMovesChangedSince(UserId user, long position, int limit) implements DebtMoveQuery {}
}
