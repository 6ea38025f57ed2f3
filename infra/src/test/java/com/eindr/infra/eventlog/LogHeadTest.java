package com.eindr.infra.eventlog;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogHeadTest {
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final LogHead head = new LogHead(FOR_EVER);
    private final AtomicInteger woken = new AtomicInteger();

    @AfterEach
    void nobody_waits_any_longer() {
        head.close();
    }

    @Test
    void growth_after_a_pause_is_announced_at_once() throws Exception {
        head.watch(woken::incrementAndGet);
        head.start();

        head.advanceTo(1);

        assertThat(head.awaitBeyond(0, 10, SECONDS)).isTrue();
        assertThat(head.announced()).isEqualTo(1);
        await().until(() -> woken.get() == 1);
    }

    @Test
    void a_few_events_are_followed_by_a_rest_that_nobody_notices() throws Exception {
        head.start();

        for (long position = 1; position <= 20; position++) {
            head.advanceTo(position);
            assertThat(head.awaitBeyond(position - 1, 10, SECONDS)).isTrue();
        }
    }

    @Test
    void under_load_readers_are_woken_once_for_many_commits() throws Exception {
        try (LogHead busy = new LogHead(Duration.ofMillis(50))) {
            busy.watch(woken::incrementAndGet);
            busy.start();

            for (long position = 1000; position <= 100_000; position += 1000) {
                busy.advanceTo(position);
            }

            assertThat(busy.awaitBeyond(99_999, 10, SECONDS)).isTrue();
            await().until(() -> woken.get() >= 1);
            assertThat(woken.get()).isLessThan(50);
        }
    }

    @Test
    void what_grows_during_the_rest_is_known_but_not_yet_announced() throws Exception {
        head.start();
        head.advanceTo(FOR_EVER.toMillis());
        assertThat(head.awaitBeyond(0, 10, SECONDS)).isTrue();

        head.advanceTo(FOR_EVER.toMillis() + 1);

        assertThat(head.position()).isEqualTo(FOR_EVER.toMillis() + 1);
        assertThat(head.announced()).isEqualTo(FOR_EVER.toMillis());
    }

    @Test
    void a_position_that_is_known_already_takes_nothing_back() {
        head.advanceTo(5);
        head.advanceTo(3);

        assertThat(head.position()).isEqualTo(5);
    }

    @Test
    void readers_can_be_told_anew_of_what_they_failed_to_read() throws Exception {
        head.advanceTo(1);
        head.start();
        assertThat(head.awaitBeyond(0, 10, SECONDS)).isTrue();
        head.watch(woken::incrementAndGet);

        head.announceAnew();

        await().until(() -> woken.get() >= 1);
    }
}
