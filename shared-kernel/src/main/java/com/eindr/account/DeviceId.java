package com.eindr.account;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** A phone or tablet that takes pushes; derived from its FCM token, so that registering it twice is registering it once. */
public record DeviceId(UUID value) {
    public DeviceId {
        requireNonNull(value, "value");
    }

    public static DeviceId of(String text) {
        return new DeviceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
