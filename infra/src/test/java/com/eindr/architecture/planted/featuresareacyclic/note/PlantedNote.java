package com.eindr.architecture.planted.featuresareacyclic.note;

import com.eindr.architecture.planted.featuresareacyclic.habit.PlantedHabit;

public record PlantedNote(PlantedHabit habit) {}
