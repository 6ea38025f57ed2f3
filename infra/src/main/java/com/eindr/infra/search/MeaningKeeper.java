package com.eindr.infra.search;

import com.eindr.infra.search.MeaningTable.WaitingText;
import com.eindr.voice.SentenceMeaning;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Finds out what texts mean, behind the read model and never on a request's thread. It works a tenth of the time at most, so
 * under load it falls behind and slows nobody down; of a text that changes meanwhile only the last words count. Vectors and the
 * position move in one transaction: after a crash it goes on where it was. Among nodes one works at a time.
 */
final class MeaningKeeper implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(MeaningKeeper.class);

    private final MeaningTable table;
    private final SentenceMeaning meanings;
    private final NearestByWhatThereIs nearest;
    private final TransactionOperations transactions;
    private final SearchProperties properties;
    private @Nullable Thread thread;
    private volatile long waiting;
    private long sweptAt;
    private boolean away;

    MeaningKeeper(
            MeaningTable table,
            SentenceMeaning meanings,
            NearestByWhatThereIs nearest,
            TransactionOperations transactions,
            SearchProperties properties) {
        this.table = table;
        this.meanings = meanings;
        this.nearest = nearest;
        this.transactions = transactions;
        this.properties = properties;
        this.sweptAt = System.nanoTime() - properties.sweepEvery().toNanos();
    }

    /** How many texts waited when this node looked last. */
    long waiting() {
        return waiting;
    }

    @Override
    public void start() {
        thread = Thread.ofPlatform().daemon().name("meanings").start(this::run);
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
            nearest.choose();
        } catch (RuntimeException e) {
            LOG.warn("Whether there is pgvector could not be asked: texts are compared one by one", e);
        }
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long began = System.nanoTime();
                boolean more = round();
                Duration rest = Duration.ofNanos(System.nanoTime() - began).multipliedBy(properties.rest());
                Thread.sleep(more || rest.compareTo(properties.every()) > 0 ? rest : properties.every());
            }
        } catch (InterruptedException e) {
            LOG.debug("No more meanings are found out");
        }
    }

    /** Whether there is more to do at once. */
    private boolean round() {
        try {
            if (System.nanoTime() - sweptAt >= properties.sweepEvery().toNanos()) {
                table.sweep();
                sweptAt = System.nanoTime();
            }
            boolean more = Boolean.TRUE.equals(transactions.execute(status -> batch()));
            waiting = table.waiting();
            away = false;
            return more;
        } catch (RuntimeException e) {
            if (!away && !Thread.currentThread().isInterrupted()) {
                LOG.warn("What texts mean cannot be found out now: {}", e.getMessage());
            }
            away = true;
            return false;
        }
    }

    private boolean batch() {
        OptionalLong position = table.claim();
        if (position.isEmpty()) {
            return false;
        }
        long head = table.head();
        List<WaitingText> texts = table.behind(position.getAsLong(), head, properties.batch());
        for (WaitingText text : texts) {
            if (!keep(text)) {
                return false;
            }
        }
        boolean more = texts.size() == properties.batch();
        long reached = more ? texts.getLast().changedAt() : head;
        if (reached > position.getAsLong()) {
            table.reached(reached);
        }
        return more;
    }

    /** False while nobody can tell. A text that the model cannot read has no meaning, and stops nothing. */
    private boolean keep(WaitingText text) {
        if (text.words().isBlank()) {
            table.forget(text);
            return true;
        }
        Optional<byte[]> meaning;
        try {
            meaning = meanings.of(text.words());
        } catch (RuntimeException e) {
            LOG.warn("What the text {} means cannot be found out: it is not found by its meaning", text.id(), e);
            table.forget(text);
            return true;
        }
        meaning.ifPresent(vector -> table.keep(text, vector));
        return meaning.isPresent();
    }
}
