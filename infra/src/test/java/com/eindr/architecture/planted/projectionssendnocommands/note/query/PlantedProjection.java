package com.eindr.architecture.planted.projectionssendnocommands.note.query;

import org.axonframework.commandhandling.gateway.CommandGateway;

class PlantedProjection {
    static void on(CommandGateway commands) {
        commands.sendAndWait("keep");
    }
}
