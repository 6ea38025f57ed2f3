package com.eindr.architecture.planted.featuresareacyclic.audit;

import com.eindr.architecture.planted.featuresareacyclic.note.PlantedNote;

record Audited(PlantedNote note) {}
