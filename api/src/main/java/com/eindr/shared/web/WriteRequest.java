package com.eindr.shared.web;

import com.eindr.shared.UserId;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What is true of one write, besides what it orders.
 *
 * @param actor who acts; idempotency keys are theirs alone
 * @param idempotencyKey null where the caller sent none
 * @param expectedVersion the version of {@code If-Match}, counted from 1
 */
public record WriteRequest(UserId actor, @Nullable IdempotencyKey idempotencyKey, OptionalLong expectedVersion) {

    /**
     * A caller's name for one write.
     *
     * @param value as the caller sent it, 1 to 255 characters
     * @param fingerprint hash of method, path and body: the same key with another fingerprint is an error
     */
    public record IdempotencyKey(String value, String fingerprint) {

        /** The key of one item of a bulk write. */
        public IdempotencyKey item(int index) {
            return new IdempotencyKey(value + "#" + index, fingerprint);
        }
    }

    /** The same write, for one item of a bulk. */
    public WriteRequest item(int index) {
        return new WriteRequest(
                actor, idempotencyKey == null ? null : idempotencyKey.item(index), OptionalLong.empty());
    }
}
