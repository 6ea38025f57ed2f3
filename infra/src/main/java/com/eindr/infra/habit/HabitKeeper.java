package com.eindr.infra.habit;

import com.eindr.infra.habit.HabitTables.Person;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Has the habits looked for of everybody whose reminders tell something new, behind the read model and never on a request's
 * thread: at once by the words, and again when it is known what they mean. After a crash it goes on where it was; what is
 * ordered twice is done once. Among nodes one works at a time.
 */
final class HabitKeeper implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(HabitKeeper.class);

    private final HabitTables tables;
    private final HabitSeeker seeker;
    private final TransactionOperations transactions;
    private final HabitProperties properties;
    private @Nullable Thread thread;
    private boolean away;

    HabitKeeper(
            HabitTables tables, HabitSeeker seeker, TransactionOperations transactions, HabitProperties properties) {
        this.tables = tables;
        this.seeker = seeker;
        this.transactions = transactions;
        this.properties = properties;
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().daemon().name("habits").start(this::run);
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
            try {
                running.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long began = System.nanoTime();
                boolean more = round();
                Duration rest = Duration.ofNanos(System.nanoTime() - began).multipliedBy(properties.rest());
                Thread.sleep(more || rest.compareTo(properties.every()) > 0 ? rest : properties.every());
            }
        } catch (InterruptedException e) {
            LOG.debug("No more habits are looked for");
        }
    }

    /** Whether there is more to do at once. */
    private boolean round() {
        try {
            boolean more = Boolean.TRUE.equals(transactions.execute(status -> batch(false)));
            more |= Boolean.TRUE.equals(transactions.execute(status -> batch(true)));
            away = false;
            return more;
        } catch (RuntimeException e) {
            if (!away && !Thread.currentThread().isInterrupted()) {
                LOG.warn("Habits cannot be looked for now", e);
            }
            away = true;
            return false;
        }
    }

    private boolean batch(boolean byMeaning) {
        OptionalLong position = tables.claim(byMeaning);
        if (position.isEmpty()) {
            return false;
        }
        long understood = byMeaning ? tables.understood() : Long.MAX_VALUE;
        List<Person> people = tables.behind(position.getAsLong(), properties.batch());
        long reached = position.getAsLong();
        boolean more = people.size() == properties.batch();
        for (Person person : people) {
            if (person.saidAt() > understood) {
                more = false;
                break;
            }
            seeker.look(person);
            reached = person.changedAt();
        }
        if (reached > position.getAsLong()) {
            tables.reached(byMeaning, reached);
        }
        return more;
    }
}
