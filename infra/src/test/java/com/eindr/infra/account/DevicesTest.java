package com.eindr.infra.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.testing.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A device belongs to one person at a time, and to nobody for ever. */
@EindrTest
class DevicesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ApiClient api;
    private final TestClock clock;
    private final JdbcClient database;

    @Autowired
    DevicesTest(ApiClient api, TestClock clock, JdbcClient database) {
        this.api = api;
        this.clock = clock;
        this.database = database;
    }

    @Test
    void registering_a_device_takes_it_from_who_had_it() {
        register("ana", "shared-phone");
        await().atMost(PATIENCE).until(() -> owners("shared-phone").equals(List.of("ana")));

        register("ben", "shared-phone");
        await().atMost(PATIENCE).until(() -> owners("shared-phone").equals(List.of("ben")));
        await().atMost(PATIENCE).until(() -> removals("ana", "TAKEN_OVER") == 1);

        register("ana", "shared-phone");
        await().atMost(PATIENCE).until(() -> owners("shared-phone").equals(List.of("ana")));
        await().atMost(PATIENCE).until(() -> removals("ben", "TAKEN_OVER") == 1);
        assertThat(removals("ana", "TAKEN_OVER")).isEqualTo(1);
    }

    @Test
    void a_device_that_has_not_shown_itself_for_270_days_is_dropped() {
        register("cem", "old-phone");
        register("dia", "used-phone");
        await().atMost(PATIENCE).until(() -> deadlines() >= 2);

        clock.advance(Duration.ofDays(200));
        register("dia", "used-phone");
        await().atMost(PATIENCE).until(() -> sights("dia") == 2);
        clock.advance(Duration.ofDays(72));

        await().atMost(PATIENCE).until(() -> removals("cem", "UNSEEN") == 1);
        await().atMost(PATIENCE).until(() -> owners("old-phone").isEmpty());
        assertThat(owners("used-phone")).containsExactly("dia");
        assertThat(removals("dia", "UNSEEN")).isZero();
    }

    private void register(String user, String token) {
        api.as(user)
                .post("me/devices", Map.of("fcmToken", token, "platform", "ANDROID"))
                .expect(201);
    }

    private List<String> owners(String token) {
        return database.sql("SELECT user_id FROM account_device WHERE fcm_token = ?")
                .param(token)
                .query(String.class)
                .list();
    }

    private long removals(String user, String cause) {
        return events(user, "DeviceRemoved", "%\"" + cause + "\"%");
    }

    private long sights(String user) {
        return events(user, "DeviceSeen", "%");
    }

    private long events(String user, String type, String pattern) {
        return database.sql("SELECT count(*) FROM domain_event_entry WHERE aggregate_identifier = ?"
                        + " AND payload_type LIKE ? AND convert_from(payload, 'UTF8') LIKE ?")
                .params(user, "%" + type, pattern)
                .query(Long.class)
                .single();
    }

    private long deadlines() {
        return database.sql("SELECT count(*) FROM saga_entry WHERE saga_type LIKE '%DeviceLife'")
                .query(Long.class)
                .single();
    }
}
