package com.eindr.architecture.planted.featuresareacyclic.habit;

import com.eindr.architecture.planted.featuresareacyclic.voice.PlantedVoice;

public record PlantedHabit(PlantedVoice voice) {}
