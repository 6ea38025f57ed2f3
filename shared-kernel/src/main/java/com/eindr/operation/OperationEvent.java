package com.eindr.operation;

import org.axonframework.serialization.Revision;

/** Everything that administrators do to Eindr itself. Stored for ever, before it is done, and also where it then cannot be. */
public sealed interface OperationEvent {

    ActId actId();

    /** The administrator. */
    String by();

    /** The administrator {@code by} wants a read model to be built anew. */
    @Revision("1")
    record ReplayOrdered(ActId actId, String projection, String by) implements OperationEvent {}

    /** The administrator {@code by} wants what could not be handled to be handled once more. */
    @Revision("1")
    record RetryOrdered(ActId actId, String group, String by) implements OperationEvent {}

    /** The administrator {@code by} wants the pseudonyms of the analysts' stream to be under another key. */
    @Revision("1")
    record PseudonymKeyOrdered(ActId actId, String by) implements OperationEvent {}
}
