package com.eindr.architecture.planted.thedomaincountswithoutfloatingpoint.ledger;

import java.util.List;

record PlantedAmounts(List<Double> amounts) {}
