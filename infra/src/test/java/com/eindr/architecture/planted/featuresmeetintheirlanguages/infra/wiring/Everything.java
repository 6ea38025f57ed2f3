package com.eindr.architecture.planted.featuresmeetintheirlanguages.infra.wiring;

import com.eindr.architecture.planted.featuresmeetintheirlanguages.reminder.command.Debts;

public interface Everything {
    Debts debts();
}
