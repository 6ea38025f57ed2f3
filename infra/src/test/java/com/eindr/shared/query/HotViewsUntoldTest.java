package com.eindr.shared.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceClientConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

/** A projection goes on where Redis cannot be told of a change; the numbers are those of {@link HotViews}. */
class HotViewsUntoldTest extends HotViewsFixture {

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
}
