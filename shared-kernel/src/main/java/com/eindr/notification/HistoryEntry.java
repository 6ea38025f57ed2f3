package com.eindr.notification;

import java.time.Instant;
import java.util.Map;

/**
 * One line of the story of a reminder: why it rang, or why it did not.
 *
 * @param position where the fact stands in the log
 * @param type the name of the event
 * @param summary one sentence for a person
 * @param facts the particulars, by name (rule, zone, dueAt, adjustment, quiet hours, push outcome …)
 */
public record HistoryEntry(long position, Instant at, String type, String summary, Map<String, String> facts) {}
