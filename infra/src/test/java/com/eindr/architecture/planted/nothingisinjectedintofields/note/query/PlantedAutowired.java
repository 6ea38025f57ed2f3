package com.eindr.architecture.planted.nothingisinjectedintofields.note.query;

import org.springframework.beans.factory.annotation.Autowired;

class PlantedAutowired {
    @Autowired
    Runnable work;
}
