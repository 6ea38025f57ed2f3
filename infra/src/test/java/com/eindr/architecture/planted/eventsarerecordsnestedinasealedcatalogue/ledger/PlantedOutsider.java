package com.eindr.architecture.planted.eventsarerecordsnestedinasealedcatalogue.ledger;

record PlantedOutsider() implements DebtEvent {}
