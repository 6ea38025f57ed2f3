package com.eindr.reminder.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.reminder.ReminderId;
import com.eindr.shared.UserId;
import com.eindr.shared.query.Log;
import com.eindr.shared.query.Projection;
import com.eindr.shared.query.ReadModels;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Says how fast one thread makes the tables of reminders from events in memory; asks no particular speed of the machine. */
@Tag("soak")
class ReplaySpeedTest {
    private static final int BATCH = 500;

    @Test
    void a_hundred_thousand_events_are_projected_by_one_thread() {
        ReadModels models = ReadModels.fresh();
        Log log = new Log();
        Random random = new Random(5);
        while (log.position() < 100_000) {
            SimulatedReminder reminder = new SimulatedReminder(
                    new ReminderId(new UUID(random.nextLong(), random.nextLong())),
                    new UserId("user" + random.nextInt(1000)),
                    models.calendar(),
                    Instant.parse("2026-03-26T10:00:00Z"),
                    random);
            log.append(reminder.id, reminder.created());
            for (int i = 0; i < 6; i++) {
                reminder.live().ifPresent(event -> log.append(reminder.id, event));
            }
        }
        for (String name : List.of("reminders", "reminder-history")) {
            Projection projection = models.projection(name);
            for (int round = 0; round < 2; round++) {
                models.clear();
                List<TrackedEventMessage<?>> events = log.all();
                long start = System.nanoTime();
                for (int from = 0; from < events.size(); from += BATCH) {
                    models.handle(
                            projection, events.subList(from, Math.min(events.size(), from + BATCH)), true, () -> null);
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf(
                        "%s: %,d events in %.2f s, %,.0f events/s%n",
                        name, events.size(), seconds, events.size() / seconds);
            }
        }
        assertThat(models.jdbc().queryForObject("SELECT count(*) FROM reminder_history", Long.class))
                .isEqualTo(log.position());
    }
}
