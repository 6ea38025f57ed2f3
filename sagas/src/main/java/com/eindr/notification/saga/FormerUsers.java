package com.eindr.notification.saga;

import com.eindr.shared.UserId;

/** Knows who has left Eindr for good. */
@FunctionalInterface
public interface FormerUsers {

    boolean has(UserId user);
}
