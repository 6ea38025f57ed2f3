package com.eindr.architecture.planted.decisionsaskneithertheclocknorthedice.reminder.command;

import java.util.UUID;
import java.util.function.Supplier;

class PlantedUuid {
    static Supplier<UUID> asked() {
        return UUID::randomUUID;
    }
}
