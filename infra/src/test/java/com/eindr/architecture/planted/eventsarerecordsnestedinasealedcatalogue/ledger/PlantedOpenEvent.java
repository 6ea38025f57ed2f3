package com.eindr.architecture.planted.eventsarerecordsnestedinasealedcatalogue.ledger;

interface PlantedOpenEvent {}
