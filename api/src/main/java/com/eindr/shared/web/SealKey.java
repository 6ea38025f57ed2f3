package com.eindr.shared.web;

/** The secret with which the API seals what it hands out to get back unchanged. The same on every node. */
@FunctionalInterface
public interface SealKey {

    /** At least 32 bytes, always the same. */
    byte[] bytes();
}
