package com.eindr.shared.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Redis may lose any of it at any moment; the numbers are those of {@link HotViews}. */
class HotViewsLostTest extends HotViewsFixture {

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
}
