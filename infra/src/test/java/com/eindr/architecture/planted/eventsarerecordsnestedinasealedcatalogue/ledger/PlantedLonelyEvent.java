package com.eindr.architecture.planted.eventsarerecordsnestedinasealedcatalogue.ledger;

record PlantedLonelyEvent() {}
