package com.eindr.architecture.planted.featuresmeetintheirlanguages.reminder.query;

import com.eindr.architecture.planted.featuresmeetintheirlanguages.reminder.command.Debts;

class PlantedOtherRole {
    Debts[] seen() {
        return new Debts[0];
    }
}
