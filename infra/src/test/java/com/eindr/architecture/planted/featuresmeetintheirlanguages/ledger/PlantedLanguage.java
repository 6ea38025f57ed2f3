package com.eindr.architecture.planted.featuresmeetintheirlanguages.ledger;

import com.eindr.architecture.planted.featuresmeetintheirlanguages.reminder.command.Debts;

interface PlantedLanguage {
    Debts debts();
}
