package com.eindr.infra.erasure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eindr.account.AccountEvent.ErasureBegun;
import com.eindr.account.AccountRefusal;
import com.eindr.shared.Refusal;
import com.eindr.shared.UserId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.crypto.SecretKey;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

class PersonKeysTest {
    private final KeyFixture fixture = new KeyFixture();

    @Test
    void all_nodes_have_the_same_key_of_a_person_however_simultaneously_they_need_it() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<SecretKey>> nodes = IntStream.range(0, 8)
                    .<Callable<SecretKey>>mapToObj(
                            number -> () -> fixture.node().forSealing("ana"))
                    .toList();
            assertThat(threads.invokeAll(nodes).stream().map(Future::resultNow).distinct())
                    .containsExactly(fixture.node().forOpening("ana"));
        }
        assertThat(fixture.node().forSealing("ben")).isNotEqualTo(fixture.node().forSealing("ana"));
    }

    @Test
    void the_database_alone_does_not_have_the_keys() {
        byte[] key = fixture.node().forSealing("ana").getEncoded();
        byte[] wrapped =
                Objects.requireNonNull(fixture.table().find("ana").orElseThrow().wrapped());
        assertThat(new String(wrapped, ISO_8859_1)).doesNotContain(new String(key, ISO_8859_1));
        PersonKeys stranger = fixture.node(Map.of(1, KeyFixture.SECOND));
        assertThatThrownBy(() -> stranger.forOpening("ana")).isInstanceOf(SealBroken.class);
    }

    @Test
    void a_key_cannot_be_given_to_somebody_else() throws SQLException {
        fixture.node().forSealing("ana");
        fixture.node().forSealing("ben");
        fixture.text("""
            UPDATE person_key SET wrapped = (SELECT wrapped FROM person_key WHERE person = 'ben')
            WHERE person = 'ana' RETURNING person\
            """);
        assertThatThrownBy(() -> fixture.node().forOpening("ana")).isInstanceOf(SealBroken.class);
    }

    @Test
    void a_destroyed_key_is_gone_for_ever_and_no_other_is_made() throws SQLException {
        PersonKeys node = fixture.node();
        String sealed = new SealedTexts(node).seal("ana", "NoteWritten.content", "the word");
        node.destroy("ana");

        for (PersonKeys any : List.of(node, fixture.node())) {
            assertThat(new SealedTexts(any).open("ana", "NoteWritten.content", sealed))
                    .isNull();
            assertThatThrownBy(() -> any.forSealing("ana"))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(AccountRefusal.ACCOUNT_ERASED));
        }
        assertThat(fixture.text("SELECT count(*) FROM person_key WHERE wrapped IS NOT NULL"))
                .isEqualTo("0");
    }

    @Test
    void a_node_that_remembers_a_key_gives_it_up_when_the_log_says_that_an_erasure_begins() {
        PersonKeys other = fixture.node();
        SealedTexts texts = new SealedTexts(other);
        String sealed = texts.seal("ana", "NoteWritten.content", "the word");
        RenouncedKeys listener = new RenouncedKeys(other);

        listener.on(event(new ErasureBegun(new UserId("ben"), Instant.EPOCH)));
        assertThat(texts.open("ana", "NoteWritten.content", sealed)).isEqualTo("the word");
        listener.on(event(new ErasureBegun(new UserId("ana"), Instant.EPOCH)));

        assertThat(other.isErased("ana")).isTrue();
        assertThat(texts.open("ana", "NoteWritten.content", sealed)).isNull();
        assertThatThrownBy(() -> other.forSealing("ana")).isInstanceOf(Refusal.class);
        other.readAhead();
        assertThat(other.isErased("ana")).isTrue();
    }

    private static TrackedEventMessage<?> event(Object payload) {
        return new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(1), GenericEventMessage.asEventMessage(payload));
    }

    @Test
    void a_node_that_was_asked_for_somebody_without_a_key_reads_what_another_seals_later() {
        PersonKeys asked = fixture.node();
        assertThat(asked.isErased("ana")).isFalse();
        assertThat(asked.isErased("ana")).isFalse();
        String sealed = new SealedTexts(fixture.node()).seal("ana", "NoteWritten.content", "the word");
        assertThat(new SealedTexts(asked).open("ana", "NoteWritten.content", sealed))
                .isEqualTo("the word");
        assertThat(asked.isErased("ana")).isFalse();
        asked.destroy("ana");
        assertThat(asked.isErased("ana")).isTrue();
    }

    @Test
    void nobody_is_taken_for_erased_because_others_ask_while_the_key_is_made() throws Exception {
        PersonKeys node = fixture.node();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                String person = "person-" + i;
                List<Callable<Boolean>> all = IntStream.range(0, 6)
                        .<Callable<Boolean>>mapToObj(number -> () -> number % 2 == 0
                                ? node.isErased(person)
                                : node.forSealing(person).getEncoded().length == 0)
                        .toList();
                assertThat(threads.invokeAll(all).stream().map(Future::resultNow))
                        .containsOnly(false);
            }
        }
    }

    @Test
    void who_never_had_a_key_gets_none_after_the_erasure_either() {
        fixture.node().destroy("ana");
        fixture.node().destroy("ana");
        assertThatThrownBy(() -> fixture.node().forSealing("ana")).isInstanceOf(Refusal.class);
    }

    @Test
    void words_whose_key_was_never_made_are_taken_for_erased() {
        PersonKeys node = fixture.node();
        assertThat(node.forOpening("ana")).isNull();
        assertThat(node.forSealing("ana")).isEqualTo(node.forOpening("ana"));
    }

    @Test
    void words_are_opened_only_where_they_were_sealed_and_as_they_were() {
        SealedTexts texts = new SealedTexts(fixture.node());
        String sealed = texts.seal("ana", "NoteWritten.content", "the word");
        assertThat(texts.open("ana", "NoteWritten.content", sealed)).isEqualTo("the word");
        assertThat(texts.seal("ana", "NoteWritten.content", "the word")).isNotEqualTo(sealed);
        fixture.node().forSealing("ben");
        assertThatThrownBy(() -> texts.open("ben", "NoteWritten.content", sealed))
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> texts.open("ana", "NoteEdited.content", sealed))
                .isInstanceOf(SealBroken.class);
        String altered = (sealed.startsWith("A") ? "B" : "A") + sealed.substring(1);
        assertThatThrownBy(() -> texts.open("ana", "NoteWritten.content", altered))
                .isInstanceOf(SealBroken.class);
        String middle = sealed.substring(0, 30) + (sealed.charAt(30) == 'A' ? "B" : "A") + sealed.substring(31);
        assertThatThrownBy(() -> texts.open("ana", "NoteWritten.content", middle))
                .isInstanceOf(SealBroken.class);
    }
}
