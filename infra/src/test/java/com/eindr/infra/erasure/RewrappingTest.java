package com.eindr.infra.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eindr.shared.Refusal;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RewrappingTest {
    private static final Map<Integer, String> BOTH = Map.of(1, KeyFixture.FIRST, 2, KeyFixture.SECOND);
    private static final Map<Integer, String> NEW = Map.of(2, KeyFixture.SECOND);

    private final KeyFixture fixture = new KeyFixture();
    private final Rewrapping rewrapping = new Rewrapping(fixture.table(), new MasterKeys(BOTH));

    @Test
    void a_rotation_may_be_interrupted_and_afterwards_the_older_master_key_is_not_needed() {
        SealedTexts before = new SealedTexts(fixture.node());
        String sealed = before.seal("ana", "NoteWritten.content", "the word");
        Stream.of("ben", "eve", "fay").forEach(fixture.node()::forSealing);
        fixture.node().destroy("fay");
        assertThat(rewrapping.remaining()).isEqualTo(3);

        assertThat(rewrapping.some(2)).isEqualTo(2);
        assertThat(rewrapping.remaining()).isOne();
        PersonKeys newOnly = fixture.node(NEW);
        assertThatThrownBy(() -> Stream.of("ana", "ben", "eve").forEach(newOnly::forOpening))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("EINDR_MASTER_KEYS_1");
        rewrapping.all();

        assertThat(rewrapping.remaining()).isZero();
        assertThat(new SealedTexts(fixture.node(NEW)).open("ana", "NoteWritten.content", sealed))
                .isEqualTo("the word");
        assertThatThrownBy(() -> fixture.node(NEW).forSealing("fay")).isInstanceOf(Refusal.class);
    }

    @Test
    void what_is_new_is_wrapped_under_the_newest() {
        fixture.node(BOTH).forSealing("ana");
        assertThat(rewrapping.remaining()).isZero();
        assertThat(fixture.table().counts()).containsExactly(Map.entry(2, 1L));
    }
}
