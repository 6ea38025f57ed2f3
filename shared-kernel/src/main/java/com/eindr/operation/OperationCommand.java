package com.eindr.operation;

import com.eindr.shared.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Every order by which an administrator says what they are about to do. What they did to people is ordered of accounts. */
public sealed interface OperationCommand {

    ActId actId();

    /** The administrator. */
    UserId by();

    /** @param projection the name of a read model */
    record OrderReplay(@TargetAggregateIdentifier ActId actId, String projection, UserId by)
            implements OperationCommand {}

    /** @param group whose dead letters are to be handled once more */
    record OrderRetry(@TargetAggregateIdentifier ActId actId, String group, UserId by) implements OperationCommand {}

    /** The pseudonyms of the analysts' stream are to be under another key from now on. */
    record OrderPseudonymKey(@TargetAggregateIdentifier ActId actId, UserId by) implements OperationCommand {}
}
