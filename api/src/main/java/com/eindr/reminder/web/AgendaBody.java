package com.eindr.reminder.web;

import com.eindr.reminder.AgendaEntry;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;

/** One line of a day's plan in JSON: the fields of the reminder, and the occurrence. */
@Schema(name = "AgendaEntry")
record AgendaBody(@JsonUnwrapped ReminderBody reminder, OccurrenceBody occurrence) {

    static AgendaBody of(AgendaEntry entry) {
        return new AgendaBody(ReminderBody.of(entry.reminder()), OccurrenceBody.of(entry.occurrence()));
    }
}
