package com.eindr.architecture.planted.decisionsaskneithertheclocknorthedice.reminder.web;

import java.time.Instant;

class Edge {
    static Instant asked() {
        return Instant.now();
    }
}
