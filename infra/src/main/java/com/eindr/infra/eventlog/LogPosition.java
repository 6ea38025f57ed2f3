package com.eindr.infra.eventlog;

/** How far the log reaches, as this node knows without asking anybody. */
@FunctionalInterface
public interface LogPosition {
    long known();
}
