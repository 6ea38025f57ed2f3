package com.eindr.friendship;

/** By what somebody may be known to others who do not know their user id. */
public sealed interface Address {

    /** @param value lower case */
    record Email(String value) implements Address {}

    /** @param value E.164, such as {@code +491701234567} */
    record Phone(String value) implements Address {}
}
