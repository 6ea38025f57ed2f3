package com.eindr.architecture.planted.thedomaincountswithoutfloatingpoint.ledger;

record PlantedAmount(double amount) {}
