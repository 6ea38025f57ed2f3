package com.eindr.shared.web;

/** The one way from the edge to the aggregates. */
public interface Commands {

    /**
     * Decides a command and waits until its events are durable.
     *
     * <p>With an idempotency key, a repetition of a command that was decided before is not decided again: its first
     * receipt is returned.
     *
     * @throws com.eindr.shared.Refusal if the domain says no; nothing was recorded
     * @throws WriteConflict if the aggregate's version is not the one that {@link WriteRequest#expectedVersion} names
     * @throws KeyReused if the idempotency key was used with another fingerprint
     */
    Receipt execute(Object command, WriteRequest request);

    /**
     * Decides a command as {@link #execute} would at this moment, and records nothing, neither events nor the idempotency
     * key.
     *
     * @throws com.eindr.shared.Refusal if the domain would say no
     * @throws WriteConflict if the aggregate's version is not the one that {@link WriteRequest#expectedVersion} names
     */
    Rehearsal rehearse(Object command, WriteRequest request);
}
