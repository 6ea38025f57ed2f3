package com.eindr.shared.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every way in which a kept view could be wrong while Redis is there; the numbers are those of {@link HotViews}. */
class HotViewsTest extends HotViewsFixture {

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
}
