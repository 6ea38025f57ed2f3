package com.eindr.architecture.planted.decisionsaskneithertheclocknorthedice.reminder.command;

import java.time.Clock;

class PlantedClock {
    static Clock asked() {
        return Clock.systemUTC();
    }
}
