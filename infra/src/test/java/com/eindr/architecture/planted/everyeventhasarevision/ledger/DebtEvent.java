package com.eindr.architecture.planted.everyeventhasarevision.ledger;

import org.axonframework.serialization.Revision;

sealed interface DebtEvent {
    @Revision("1")
    record DebtRecorded() implements DebtEvent {}

    record PlantedForgotten() implements DebtEvent {}
}
