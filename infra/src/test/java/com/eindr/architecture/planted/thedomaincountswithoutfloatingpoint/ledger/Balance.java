package com.eindr.architecture.planted.thedomaincountswithoutfloatingpoint.ledger;

record Balance(long minorUnits) {}
