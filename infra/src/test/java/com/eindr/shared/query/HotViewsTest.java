package com.eindr.shared.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.shared.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisServerCommands;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way in which a kept view could be wrong; the numbers are those of {@link HotViews}. */
class HotViewsTest {
    private static final String PROJECTION = "counting";
    private static final UserId ANA = new UserId("ana");
    private static final HotView<Long> VIEW = new HotView<>("number", Long.class);

    private static ReadModels models;
    private static TransactionTemplate transaction;

    private final ReadModels.Fallbacks fallbacks = new ReadModels.Fallbacks();
    private final AtomicInteger computed = new AtomicInteger();
    private final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();
    private HotViews views;

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

    @Test
    void what_was_computed_once_is_shown_from_redis_until_it_changes() {
        assertThat(List.of(show(), show(), show())).containsOnly(1L);
        assertThat(computed).hasValue(1);

        change(2);

        assertThat(List.of(show(), show())).containsOnly(2L);
        assertThat(computed).hasValue(2);
        assertThat(fallbacks.count()).isZero();
    }

    @Test
    void what_depends_on_the_day_is_not_shown_on_another() {
        views.show(PROJECTION, ANA, VIEW, "monday", this::read);
        views.show(PROJECTION, ANA, VIEW, "tuesday", this::read);

        assertThat(computed).hasValue(2);
    }

    @Test
    void case_1_a_slow_reader_cannot_bring_back_what_it_read_before_a_change() {
        views.show(PROJECTION, ANA, VIEW, "", () -> {
            long before = read();
            change(2);
            return before;
        });

        assertThat(show()).isEqualTo(2);
    }

    @Test
    void case_2_what_is_read_between_mark_and_commit_is_not_shown_after_the_commit() {
        show();

        changeAnd(2, marked -> assertThat(onAnotherThread(this::show)).isEqualTo(1));

        assertThat(show()).isEqualTo(2);
    }

    @Test
    void case_3_a_view_is_not_kept_if_its_mark_was_lost_while_it_was_computed() {
        views.show(PROJECTION, ANA, VIEW, "", () -> {
            long before = read();
            change(2);
            flush();
            return before;
        });

        assertThat(show()).isEqualTo(2);
    }

    @Test
    void case_4_a_new_hash_waits_for_changes_whose_marks_were_lost_with_the_old_one() throws Exception {
        show();
        List<Future<Long>> reader = new ArrayList<>();

        changeAnd(2, marked -> {
            flush();
            reader.add(others.submit(this::show));
            awaitReadersThatWait(1);
        });

        assertThat(reader.getFirst().get()).isEqualTo(2);
        assertThat(show()).isEqualTo(2);
    }

    @Test
    void case_5_whoever_finds_a_new_hash_that_nobody_has_settled_waits_too() throws Exception {
        show();
        List<Future<Long>> readers = new ArrayList<>();

        changeAnd(2, marked -> {
            flush();
            readers.add(others.submit(this::show));
            awaitReadersThatWait(1);
            readers.add(others.submit(this::show));
            awaitReadersThatWait(2);
        });

        for (Future<Long> reader : readers) {
            assertThat(reader.get()).isEqualTo(2);
        }
        assertThat(show()).isEqualTo(2);
    }

    @Test
    void case_6_a_change_that_redis_was_not_told_of_is_shown_at_once_here_and_soon_elsewhere() {
        HotViews elsewhere = node();
        show();

        refusingWrites(() -> {
            change(2);
            assertThat(show()).isEqualTo(2);
            assertThat(fallbacks.count()).isPositive();
        });

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(elsewhere.show(PROJECTION, ANA, VIEW, "", this::read))
                        .isEqualTo(2));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(note()).isNull());
        elsewhere.stop();
    }

    @Test
    void case_6_what_a_dead_process_could_not_tell_redis_the_next_one_does() {
        HotViews dying = node();
        show();
        refusingWrites(() -> {
            transaction.executeWithoutResult(status -> {
                models.jdbc().update("UPDATE number SET value = 2");
                dying.moved(PROJECTION, 2, List.of(ANA));
                dying.stop();
            });
        });
        assertThat(note()).isEqualTo(2);

        HotViews next = node();
        next.start();

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(note()).isNull());
        assertThat(next.show(PROJECTION, ANA, VIEW, "", this::read)).isEqualTo(2);
        next.stop();
    }

    @Test
    void case_6_without_any_redis_everything_is_answered_from_the_database_and_quickly() {
        LettuceConnectionFactory nowhere = new LettuceConnectionFactory(
                new RedisStandaloneConfiguration("127.0.0.1", 1),
                LettuceClientConfiguration.builder()
                        .commandTimeout(Duration.ofMillis(500))
                        .build());
        nowhere.afterPropertiesSet();
        nowhere.start();
        HotViews alone = new HotViews(models.jdbc(), new StringRedisTemplate(nowhere), fallbacks, Duration.ofHours(1));
        long start = System.nanoTime();

        for (int i = 0; i < 500; i++) {
            assertThat(alone.show(PROJECTION, ANA, VIEW, "", this::read)).isEqualTo(1);
        }

        assertThat(fallbacks.count()).isEqualTo(500);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        alone.stop();
        nowhere.destroy();
    }

    @Test
    void case_7_a_change_that_was_rolled_back_does_no_harm() {
        show();

        transaction.executeWithoutResult(status -> {
            models.jdbc().update("UPDATE number SET value = 2");
            views.moved(PROJECTION, 2, List.of(ANA));
            status.setRollbackOnly();
        });

        assertThat(show()).isEqualTo(1);
        change(2);
        assertThat(show()).isEqualTo(2);
    }

    @Test
    void case_7_a_change_that_redis_was_not_told_of_and_that_was_rolled_back_does_no_harm() {
        show();
        refusingWrites(() -> transaction.executeWithoutResult(status -> {
            views.moved(PROJECTION, 2, List.of(ANA));
            status.setRollbackOnly();
        }));

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            int before = computed.get();
            show();
            show();
            assertThat(computed.get() - before).isLessThan(2);
        });
    }

    @Test
    void case_8_a_rebuilt_read_model_voids_what_was_computed_from_the_old_one() {
        show();
        models.jdbc().update("UPDATE number SET value = 8");

        views.forget(PROJECTION);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(show()).isEqualTo(8));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(note()).isNull());
    }

    @Test
    void case_9_the_keys_carry_the_name_of_the_database() {
        show();

        assertThat(models.redis().keys("*"))
                .hasSize(2)
                .allSatisfy(key -> assertThat(key)
                        .contains(models.jdbc().queryForObject("SELECT id::text FROM hot_view_space", String.class)));
    }

    @Test
    void redis_that_has_lost_everything_is_filled_again() {
        show();
        flush();

        assertThat(List.of(show(), show(), show())).containsOnly(1L);
        assertThat(computed).hasValue(2);
        assertThat(models.redis().keys("*")).hasSize(2);
    }

    @Test
    void a_view_whose_generation_was_evicted_is_computed_anew() {
        show();
        models.redis().delete(generationKey());

        assertThat(show()).isEqualTo(1);
        assertThat(computed).hasValue(2);
    }

    @Test
    void a_view_that_another_version_wrote_is_computed_anew() {
        show();
        String key = generationKey() + ":ana";
        String kept = (String) models.redis().opsForHash().get(key, "number");
        models.redis().opsForHash().put(key, "number", kept.substring(0, kept.length() - 1) + "{\"other\":1}");

        assertThat(show()).isEqualTo(1);
        assertThat(computed).hasValue(2);
    }

    @Test
    void nobody_who_asks_after_a_commit_sees_what_was_before_it_whatever_redis_loses() throws Exception {
        AtomicLong committed = new AtomicLong(1);
        AtomicBoolean running = new AtomicBoolean(true);
        List<Future<?>> all = new ArrayList<>();
        for (int reader = 0; reader < 4; reader++) {
            all.add(others.submit(() -> {
                while (running.get()) {
                    long known = committed.get();
                    assertThat(show()).isGreaterThanOrEqualTo(known);
                }
            }));
        }
        all.add(others.submit(() -> {
            Random random = new Random(1);
            while (running.get()) {
                if (random.nextBoolean()) {
                    flush();
                } else {
                    models.redis().delete(generationKey() + (random.nextBoolean() ? "" : ":ana"));
                }
                // Rarely enough that views are kept meanwhile, and often enough to hit every moment of a change.
                read();
                show();
            }
        }));
        for (long value = 2; value < 500; value++) {
            change(value);
            committed.set(value);
        }
        running.set(false);

        for (Future<?> each : all) {
            each.get();
        }
        assertThat(fallbacks.count()).isZero();
    }

    private HotViews node() {
        return new HotViews(models.jdbc(), models.redis(), fallbacks, Duration.ofHours(1));
    }

    private long show() {
        return views.show(PROJECTION, ANA, VIEW, "", this::read);
    }

    private long read() {
        computed.incrementAndGet();
        return models.jdbc().queryForObject("SELECT value FROM number", Long.class);
    }

    private void change(long value) {
        changeAnd(value, marked -> {});
    }

    /** Changes the number; does something after the mark and before the commit. */
    private void changeAnd(long value, Consumer<Object> afterMark) {
        transaction.executeWithoutResult(status -> {
            models.jdbc().update("UPDATE number SET value = ?", value);
            views.moved(PROJECTION, value, List.of(ANA));
            afterMark.accept(status);
        });
    }

    private <T> T onAnotherThread(Callable<T> task) {
        try {
            return others.submit(task).get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void awaitReadersThatWait(int count) {
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
    private static void refusingWrites(Runnable task) {
        configure("maxmemory", "1");
        try {
            task.run();
        } finally {
            configure("maxmemory", "0");
        }
    }

    private static Long note() {
        return models.jdbc()
                .queryForObject(
                        "SELECT max(unmarked_at) FROM projection_position WHERE name = ?", Long.class, PROJECTION);
    }

    private static String generationKey() {
        return "eindr:{" + models.jdbc().queryForObject("SELECT id::text FROM hot_view_space", String.class)
                + "}:views:" + PROJECTION;
    }

    private static void flush() {
        models.redis().execute((RedisCallback<Void>) connection -> {
            connection.serverCommands().flushDb(RedisServerCommands.FlushOption.SYNC);
            return null;
        });
    }

    private static void configure(String setting, String value) {
        models.redis().execute((RedisCallback<Void>) connection -> {
            connection.serverCommands().setConfig(setting, value);
            return null;
        });
    }
}
