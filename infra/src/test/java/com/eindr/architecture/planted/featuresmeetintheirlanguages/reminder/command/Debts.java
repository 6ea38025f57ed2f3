package com.eindr.architecture.planted.featuresmeetintheirlanguages.reminder.command;

import com.eindr.architecture.planted.featuresmeetintheirlanguages.ledger.DebtId;

public class Debts {
    static DebtId first(DebtId debt) {
        return debt;
    }
}
