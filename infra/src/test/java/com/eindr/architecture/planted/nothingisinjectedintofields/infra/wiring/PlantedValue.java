package com.eindr.architecture.planted.nothingisinjectedintofields.infra.wiring;

import org.springframework.beans.factory.annotation.Value;

class PlantedValue {
    @Value("${planted}")
    String setting;
}
