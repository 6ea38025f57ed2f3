package com.eindr.architecture.planted.featuresmeetintheirlanguages.ledger;

public record DebtId() {}
