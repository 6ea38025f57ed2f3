package com.eindr.shared.saga;

import org.axonframework.commandhandling.CommandMessage;

/** Keeps orders that failed for another reason than the domain's, and gives them again until they are decided. */
public interface ParkedOrders {

    /** Takes part in the transaction of the caller, so that an order is parked exactly if its cause counts as handled. */
    void park(CommandMessage<?> order);
}
