package com.eindr.architecture.planted.thesharedkernelknowsnoframework.ledger;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

record RecordDebt(
        @TargetAggregateIdentifier String debtId, @Nullable String reason) {}
