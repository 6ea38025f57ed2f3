package com.eindr.architecture.planted.eventsarerecordsnestedinasealedcatalogue.ledger;

sealed interface DebtEvent permits DebtEvent.DebtRecorded, DebtEvent.PlantedClass, PlantedOutsider {
    record DebtRecorded() implements DebtEvent {}

    final class PlantedClass implements DebtEvent {}
}
