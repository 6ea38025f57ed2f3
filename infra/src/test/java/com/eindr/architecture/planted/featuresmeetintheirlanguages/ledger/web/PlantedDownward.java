package com.eindr.architecture.planted.featuresmeetintheirlanguages.ledger.web;

import com.eindr.architecture.planted.featuresmeetintheirlanguages.infra.wiring.Everything;

interface PlantedDownward {
    Everything everything();
}
