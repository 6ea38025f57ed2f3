package com.eindr.architecture.planted.projectionssendnocommands.note.saga;

import org.axonframework.commandhandling.gateway.CommandGateway;

class NoteKeeping {
    static void on(CommandGateway commands) {
        commands.sendAndWait("keep");
    }
}
