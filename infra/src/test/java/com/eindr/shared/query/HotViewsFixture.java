package com.eindr.shared.query;

import static org.awaitility.Awaitility.await;

import com.eindr.shared.UserId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.data.redis.connection.RedisServerCommands;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One person, one projection, and one number that is kept as a view. */
abstract class HotViewsFixture {
    static final String PROJECTION = "counting";
    static final UserId ANA = new UserId("ana");
    static final HotView<Long> VIEW = new HotView<>("number", Long.class);

    static ReadModels models;
    static TransactionTemplate transaction;

    final ReadModels.Fallbacks fallbacks = new ReadModels.Fallbacks();
    final AtomicInteger computed = new AtomicInteger();
    final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();
    HotViews views;

    @BeforeAll
    static void start() {
        models = ReadModels.fresh();
        transaction = new TransactionTemplate(models.bean(PlatformTransactionManager.class));
        models.jdbc().execute("CREATE TABLE number (value bigint)");
    }

    @AfterAll
    static void stop() {
        models.jdbc().execute("DROP TABLE number");
    }

    @BeforeEach
    void begin() {
        models.clear();
        models.jdbc().update("DELETE FROM number");
        models.jdbc().update("INSERT INTO number VALUES (0)");
        views = node();
        change(1);
    }

    @AfterEach
    void end() {
        views.stop();
        others.close();
    }

    HotViews node() {
        return new HotViews(models.jdbc(), models.redis(), fallbacks, Duration.ofHours(1));
    }

    long show() {
        return views.show(PROJECTION, ANA, VIEW, "", this::read);
    }

    long read() {
        computed.incrementAndGet();
        return models.jdbc().queryForObject("SELECT value FROM number", Long.class);
    }

    void change(long value) {
        changeAnd(value, marked -> {});
    }

    /** Changes the number; does something after the mark and before the commit. */
    void changeAnd(long value, Consumer<Object> afterMark) {
        transaction.executeWithoutResult(status -> {
            models.jdbc().update("UPDATE number SET value = ?", value);
            views.moved(PROJECTION, value, List.of(ANA));
            afterMark.accept(status);
        });
    }

    <T> T onAnotherThread(Callable<T> task) {
        try {
            return others.submit(task).get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static void awaitReadersThatWait(int count) {
        await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> models.jdbc()
                                .queryForObject(
                                        "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                                                + " AND database = (SELECT oid FROM pg_database"
                                                + " WHERE datname = current_database())",
                                        Integer.class),
                        waiting -> waiting == count);
    }

    /** Redis answers reads, and refuses every write for want of memory. */
    static void refusingWrites(Runnable task) {
        configure("maxmemory", "1");
        try {
            task.run();
        } finally {
            configure("maxmemory", "0");
        }
    }

    static Long note() {
        return models.jdbc()
                .queryForObject(
                        "SELECT max(unmarked_at) FROM projection_position WHERE name = ?", Long.class, PROJECTION);
    }

    static String generationKey() {
        return "eindr:{" + models.jdbc().queryForObject("SELECT id::text FROM hot_view_space", String.class)
                + "}:views:" + PROJECTION;
    }

    static void flush() {
        models.redis().execute((RedisCallback<Void>) connection -> {
            connection.serverCommands().flushDb(RedisServerCommands.FlushOption.SYNC);
            return null;
        });
    }

    static void configure(String setting, String value) {
        models.redis().execute((RedisCallback<Void>) connection -> {
            connection.serverCommands().setConfig(setting, value);
            return null;
        });
    }
}
