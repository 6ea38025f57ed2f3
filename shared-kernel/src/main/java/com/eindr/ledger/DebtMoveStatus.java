package com.eindr.ledger;

/** What has become of the moving of debts. Only an accepted one changes what is owed with whom. */
public enum DebtMoveStatus {
    /** The friend has been asked and has not answered. */
    PROPOSED,
    ACCEPTED,
    /** The friend says that it is not so. */
    DISPUTED,
    /** Taken back by the one who proposed it, or the two are friends no more. */
    WITHDRAWN,
    /** The friend did not answer in time. Silence never accepts. */
    EXPIRED
}
