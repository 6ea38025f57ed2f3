package com.eindr.architecture.planted.decisionsaskneithertheclocknorthedice.reminder.command;

import java.util.concurrent.ThreadLocalRandom;

class PlantedDice {
    static int asked() {
        return ThreadLocalRandom.current().nextInt();
    }
}
