package com.eindr.architecture.planted.decisionsaskneithertheclocknorthedice.reminder.saga;

class PlantedMillis {
    static long asked() {
        return System.currentTimeMillis();
    }
}
