package com.eindr.habit;

import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderId;
import java.time.Instant;

/**
 * One of the times that led to a suggestion.
 *
 * @param at when it was done, or rang where it is not known to be done
 */
public record HabitEvidence(ReminderId reminderId, OccurrenceId occurrence, Instant at) {}
