package com.eindr.reminder.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.reminder.AgendaEntry;
import com.eindr.reminder.OccurrenceView;
import com.eindr.reminder.ReminderId;
import com.eindr.reminder.ReminderQuery.AgendaOf;
import com.eindr.reminder.ReminderQuery.OccurrencesOf;
import com.eindr.shared.Slice;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Log;
import com.eindr.shared.query.ReadModels;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemindersProjectionTest {
    /** The week in which Berlin's clocks go forward. */
    private static final Instant NOW = Instant.parse("2026-03-26T10:00:00Z");

    private final ReadModels models = ReadModels.fresh();
    private final Log log = new Log();

    @Test
    void however_the_log_is_cut_into_batches_the_tables_are_the_same() {
        lives(40, 30, new Random(7));
        Set<String> digests = new HashSet<>();

        for (int batchSize : List.of(1, 7, 500)) {
            models.clear();
            models.handle(log.all(), batchSize);
            digests.add(models.digest(models.allTables()));
        }

        assertThat(digests).singleElement().asString().contains("reminder 40 ");
    }

    @Test
    void events_that_were_seen_before_change_nothing() {
        lives(20, 20, new Random(8));
        models.handle(log.all(), 100);
        String before = models.digest(models.allTables());

        List<TrackedEventMessage<?>> all = log.all();
        models.handle(all, 100);
        models.handle(all.subList(all.size() / 2, all.size()), 3);

        assertThat(models.digest(models.allTables())).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_agenda_holds_what_a_plain_reading_of_the_schedules_holds(long seed) {
        Random random = new Random(seed);
        List<SimulatedReminder> reminders = lives(30, 20, random);
        models.handle(log.all(), 50);

        for (String zone : List.of("Europe/Berlin", "Pacific/Apia", "America/New_York")) {
            for (int day = -2; day < 12; day++) {
                Instant noon = NOW.plus(Duration.ofDays(day));
                for (int days : List.of(1, 3, 7)) {
                    agendaIsAsExpected(reminders, ZoneId.of(zone), noon, days);
                }
            }
        }
    }

    @Test
    void the_occurrences_of_one_reminder_are_those_of_its_agenda() {
        List<SimulatedReminder> reminders = lives(60, 25, new Random(99));
        models.handle(log.all(), 500);
        Instant from = NOW.minus(Duration.ofDays(3));
        Instant to = NOW.plus(Duration.ofDays(20));

        for (SimulatedReminder reminder : reminders) {
            List<OccurrenceView> expected = reminder.expected(from, to);
            if (!expected.isEmpty()) {
                Slice<OccurrenceView> answer =
                        models.slice(new OccurrencesOf(reminder.owner, reminder.id, from, to), OccurrenceView.class);
                assertThat(answer.items()).isEqualTo(expected);
            }
        }
    }

    private void agendaIsAsExpected(List<SimulatedReminder> reminders, ZoneId zone, Instant noon, int days) {
        models.clock().setTo(noon);
        LocalDate today = LocalDate.ofInstant(noon, zone);
        Instant from = today.atStartOfDay(zone).toInstant();
        Instant to = today.plusDays(days).atStartOfDay(zone).toInstant();
        for (UserId owner : List.of(new UserId("ana"), new UserId("bo"))) {
            List<String> expected = reminders.stream()
                    .filter(reminder -> reminder.owner.equals(owner))
                    .flatMap(reminder -> reminder.expected(from, to).stream()
                            .map(view -> view.dueAt() + " " + reminder.id + " " + view))
                    .sorted(Comparator.naturalOrder())
                    .toList();
            Slice<AgendaEntry> agenda = models.slice(new AgendaOf(owner, zone, days), AgendaEntry.class);

            List<String> held = agenda.items().stream()
                    .map(entry ->
                            entry.occurrence().dueAt() + " " + entry.reminder().id() + " " + entry.occurrence())
                    .sorted()
                    .toList();
            assertThat(held.stream().filter(line -> !expected.contains(line)))
                    .as("too much for %s on %s in %s", owner, today, zone)
                    .isEmpty();
            assertThat(expected.stream().filter(line -> !held.contains(line)))
                    .as("missing for %s on %s in %s", owner, today, zone)
                    .isEmpty();
            assertThat(held).hasSameSizeAs(expected);
            assertThat(agenda.items())
                    .isSortedAccordingTo(Comparator.comparing(
                            (AgendaEntry entry) -> entry.occurrence().dueAt()));
        }
    }

    /** Reminders of two people, whose lives are interleaved in the log. */
    private List<SimulatedReminder> lives(int reminders, int steps, Random random) {
        List<SimulatedReminder> all = new ArrayList<>();
        for (int i = 0; i < reminders; i++) {
            SimulatedReminder reminder = new SimulatedReminder(
                    new ReminderId(new UUID(random.nextLong(), random.nextLong())),
                    new UserId(i % 2 == 0 ? "ana" : "bo"),
                    models.calendar(),
                    NOW,
                    random);
            log.append(reminder.id, reminder.created());
            all.add(reminder);
        }
        for (int i = 0; i < reminders * steps; i++) {
            SimulatedReminder reminder = all.get(random.nextInt(reminders));
            reminder.live().ifPresent(event -> log.append(reminder.id, event));
        }
        return all;
    }
}
