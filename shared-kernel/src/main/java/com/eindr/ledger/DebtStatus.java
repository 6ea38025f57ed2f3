package com.eindr.ledger;

/** What has become of a debt. Only accepted debts count in what is owed. */
public enum DebtStatus {
    /** The counterparty has been asked and has not answered. */
    UNCONFIRMED,
    ACCEPTED,
    /** The counterparty says no. They may still change their mind. */
    DISPUTED,
    /** Taken back by its recorder before it counted. */
    WITHDRAWN,
    /** It counted, and its recorder has undone it by an entry of the same amount the other way. */
    REVERSED
}
