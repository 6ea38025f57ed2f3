package com.eindr.infra.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GrowingDelayTest {
    @Test
    void a_delay_doubles_until_it_is_five_minutes() {
        assertThat(GrowingDelay.after(0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(GrowingDelay.after(3)).isEqualTo(Duration.ofSeconds(8));
        assertThat(GrowingDelay.after(8)).isEqualTo(Duration.ofSeconds(256));
        assertThat(GrowingDelay.after(9)).isEqualTo(Duration.ofMinutes(5));
        assertThat(GrowingDelay.after(1_000)).isEqualTo(Duration.ofMinutes(5));
    }
}
