package com.eindr.ledger;

/** Why something was posted. */
public enum EntryCause {
    /** A debt was accepted. */
    DEBT,
    /** A debt that counted was disputed by somebody who had not been asked. */
    DISPUTE,
    /** A debt that counted was undone by its recorder. */
    REVERSAL,
    /** A settlement was confirmed. */
    SETTLEMENT,
    /** A settlement with a mere contact was undone by whoever recorded it. */
    SETTLEMENT_REVERSAL,
    /** All in a circle agreed that each owes so much less; one of several entries, which name the same netting. */
    NETTING,
    /** What was owed with a mere contact is owed with a friend instead; one of several entries, which name the same move. */
    MOVE
}
