package com.eindr.architecture.planted.thedomaincountswithoutfloatingpoint.ledger.command;

class PlantedParameter {
    static long rounded(float amount) {
        return Math.round(amount);
    }
}
