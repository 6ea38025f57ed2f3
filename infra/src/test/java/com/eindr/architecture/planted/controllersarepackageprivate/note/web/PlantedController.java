package com.eindr.architecture.planted.controllersarepackageprivate.note.web;

import org.springframework.web.bind.annotation.RestController;

@RestController
public abstract class PlantedController {}
