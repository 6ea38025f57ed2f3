package com.eindr.ledger;

/** Who owes, as the one says who recorded the debt. */
public enum DebtDirection {
    OWED_TO_ME,
    I_OWE;

    public DebtDirection turned() {
        return this == OWED_TO_ME ? I_OWE : OWED_TO_ME;
    }
}
