package com.eindr.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-31T09:00",
                "10000-01-01T09:00",
                "+10000-01-01T09:00",
                "2026-12-01T24:00",
                "2026-12-01 09:00",
                "2026-12-01T09:00Z",
                "2026-12-01T09:00:00.5",
                "2026-13-01T09:00",
                "2026-12-01T9:00",
                "",
                "tomorrow"
            })
    void a_local_date_and_time_is_a_real_one_and_nothing_else(String text) {
        assertThatThrownBy(() -> Notation.read(text, LocalDateTime.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+05:00", "UTC+5", "GMT+5", "Mars/Olympus", "asia/karachi", "SystemV/EST5", "", "Z"})
    void a_zone_is_one_of_the_iana_database(String text) {
        assertThatThrownBy(() -> Notation.read(text, ZoneId.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Karachi", "America/Argentina/Buenos_Aires", "UTC", "Etc/GMT+5"})
    void a_zone_of_the_iana_database_is_taken(String text) {
        assertThat(Notation.read(text, ZoneId.class).getId()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1-1-1-1", "{0192f0c1-2d3e-7a4b-8c5d-6e7f80910213}", "x"})
    void a_uuid_is_written_in_full(String text) {
        assertThatThrownBy(() -> Notation.read(text, UUID.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_instant_may_have_an_offset() {
        assertThat(Notation.read("2026-12-01T09:00:00+05:00", Instant.class))
                .isEqualTo(Notation.read("2026-12-01T04:00:00Z", Instant.class));
    }
}
