package com.eindr.reminder;

/** One line of a day's or a week's plan: an occurrence and the reminder it belongs to. */
public record AgendaEntry(ReminderView reminder, OccurrenceView occurrence) {}
