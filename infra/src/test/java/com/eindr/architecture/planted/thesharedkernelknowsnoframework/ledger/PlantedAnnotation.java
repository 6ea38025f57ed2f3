package com.eindr.architecture.planted.thesharedkernelknowsnoframework.ledger;

import org.axonframework.modelling.command.AggregateIdentifier;

record PlantedAnnotation(@AggregateIdentifier String debtId) {}
