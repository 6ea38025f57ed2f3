package com.eindr.architecture.planted.decisionsaskneithertheclocknorthedice.reminder.command;

import java.time.Instant;

class PlantedInstant {
    static Instant asked() {
        return Instant.now();
    }
}
