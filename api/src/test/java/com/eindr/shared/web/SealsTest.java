package com.eindr.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealsTest {
    private static final byte[] KEY =
            "a key of thirty-two bytes or so.".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private final Seals seals = new Seals(() -> KEY);

    @Test
    void what_was_sealed_can_be_opened() {
        String sealed = seals.seal("from 12 on", "cursor", "/api/v1/reminders", "ana");

        assertThat(sealed).matches("[A-Za-z0-9_-]+");
        assertThat(seals.open(sealed, "cursor", "/api/v1/reminders", "ana")).contains("from 12 on");
    }

    @Test
    void a_seal_is_good_for_one_purpose_only() {
        String sealed = seals.seal("12", "cursor", "/api/v1/reminders", "ana");

        assertThat(seals.open(sealed, "cursor", "/api/v1/reminders", "bea")).isEmpty();
        assertThat(seals.open(sealed, "cursor", "/api/v1/notifications", "ana")).isEmpty();
        assertThat(seals.open(sealed, "cursor", "/api/v1/remindersana")).isEmpty();
    }

    @Test
    void a_seal_of_another_installation_is_none() {
        Seals elsewhere = new Seals(() -> new byte[32]);

        assertThat(seals.open(elsewhere.seal("12", "cursor"), "cursor")).isEmpty();
    }

    @Test
    void no_bit_can_be_changed() {
        byte[] sealed = Base64.getUrlDecoder().decode(seals.seal("12", "cursor"));
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(seals.open(Base64.getUrlEncoder().withoutPadding().encodeToString(changed), "cursor"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "no base64!", "AAAA", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void rubbish_is_not_opened(String rubbish) {
        assertThat(seals.open(rubbish, "cursor")).isEmpty();
    }

    @Test
    void a_consistency_token_gives_its_position_back_and_a_foreign_one_is_refused() {
        ConsistencyTokens tokens = new ConsistencyTokens(seals);

        assertThat(tokens.open(tokens.seal(1_234_567_890_123L))).isEqualTo(1_234_567_890_123L);
        assertThatThrownBy(() -> tokens.open("42")).isInstanceOf(InvalidRequest.class);
        assertThatThrownBy(() -> tokens.open(seals.seal("42", "cursor"))).isInstanceOf(InvalidRequest.class);
    }
}
