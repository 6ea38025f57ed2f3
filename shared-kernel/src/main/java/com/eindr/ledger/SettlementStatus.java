package com.eindr.ledger;

/** What has become of a settlement. Only a confirmed one changes what is owed. */
public enum SettlementStatus {
    /** The counterparty has been asked and has not answered. */
    PROPOSED,
    CONFIRMED,
    /** The counterparty says that it is not so. */
    REJECTED,
    /** Taken back by the one who proposed it. */
    WITHDRAWN,
    /** Nobody answered in time. Silence never confirms. */
    EXPIRED,
    /** With a mere contact, and undone by whoever recorded it. */
    REVERSED
}
