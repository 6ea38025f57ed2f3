package com.eindr.architecture.planted.featuresareacyclic.voice;

import com.eindr.architecture.planted.featuresareacyclic.note.PlantedNote;

public interface PlantedVoice {
    PlantedNote note();
}
