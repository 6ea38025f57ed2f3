package com.eindr.architecture.planted.aggregatesarepackageprivate.note.command;

import org.axonframework.spring.stereotype.Aggregate;

@Aggregate
public abstract class PlantedAggregate {}
