package com.eindr.habit.query;

import static java.util.stream.Collectors.joining;

import com.eindr.habit.HabitEvidence;
import com.eindr.reminder.OccurrenceId;
import com.eindr.reminder.ReminderId;
import java.time.Instant;
import java.util.List;

/** Evidence as the column has it: a line for each, none of whose parts has a space. */
final class EvidenceText {
    private EvidenceText() {}

    static String of(List<HabitEvidence> evidence) {
        return evidence.stream()
                .map(one -> one.reminderId() + " " + one.occurrence() + " " + one.at())
                .collect(joining("\n"));
    }

    static List<HabitEvidence> parse(String text) {
        return text.lines()
                .map(line -> line.split(" ", 3))
                .map(parts ->
                        new HabitEvidence(ReminderId.of(parts[0]), new OccurrenceId(parts[1]), Instant.parse(parts[2])))
                .toList();
    }
}
