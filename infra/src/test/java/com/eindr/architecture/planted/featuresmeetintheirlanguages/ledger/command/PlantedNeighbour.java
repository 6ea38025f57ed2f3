package com.eindr.architecture.planted.featuresmeetintheirlanguages.ledger.command;

import com.eindr.architecture.planted.featuresmeetintheirlanguages.reminder.command.Debts;

class PlantedNeighbour {
    private final Debts other = new Debts();

    @Override
    public String toString() {
        return other.toString();
    }
}
