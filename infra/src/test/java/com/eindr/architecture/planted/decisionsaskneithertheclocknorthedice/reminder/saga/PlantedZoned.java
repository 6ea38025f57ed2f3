package com.eindr.architecture.planted.decisionsaskneithertheclocknorthedice.reminder.saga;

import java.time.LocalDateTime;
import java.time.ZoneId;

class PlantedZoned {
    static LocalDateTime asked(ZoneId zone) {
        return LocalDateTime.now(zone);
    }
}
