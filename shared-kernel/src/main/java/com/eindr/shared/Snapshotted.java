package com.eindr.shared;

/**
 * An aggregate that can say all that has become of it as one value, so that not every command must read all its events.
 *
 * <p>The value is a record with a {@code @Revision}, raised whenever its form or its meaning changes, and it proves
 * itself whole when it is made. The aggregate handles it like an event, in place of all events until then.
 */
public interface Snapshotted {
    Object snapshot();
}
