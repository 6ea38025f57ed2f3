package com.eindr.architecture.planted.decisionsaskneithertheclocknorthedice.reminder.command;

import java.time.Clock;
import java.time.Instant;

class Punctual {
    static Instant asked(Clock clock) {
        return Instant.now(clock).plusSeconds(clock.millis());
    }
}
