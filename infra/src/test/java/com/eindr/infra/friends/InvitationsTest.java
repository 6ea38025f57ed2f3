package com.eindr.infra.friends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eindr.friendship.Address;
import com.eindr.friendship.Directory;
import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.shared.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Requests to addresses that somebody has, and to such as nobody has. */
@EindrTest
@Import(InvitationsTest.Phones.class)
class InvitationsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<Address, UserId> PHONES = new ConcurrentHashMap<>();

    private final ApiClient api;
    private Person ana;
    private Person ben;

    @Autowired
    @SuppressWarnings("NullAway.Init") // Set before each test.
    InvitationsTest(ApiClient api) {
        this.api = api;
    }

    @TestConfiguration
    static class Phones {
        @Bean
        @Primary
        Directory phones() {
            return address -> Optional.ofNullable(PHONES.get(address));
        }
    }

    @BeforeEach
    void ben_has_a_number() {
        ana = Person.named("Ana", api);
        ben = Person.named("Ben", api);
        PHONES.put(new Address.Phone("+491701234567"), new UserId(ben.id()));
    }

    @Test
    void whoever_has_the_address_is_asked_and_shows_themselves_by_accepting() {
        String request = awaitAsked();
        assertThat(ana.items("friends/requests").getFirst().path("userId").isNull())
                .isTrue();
        ben.answer(request, "accept").expect(200);
        assertThat(ana.friends()).containsExactly(ben.id());
        assertThat(ana.requests("outgoing")).isEmpty();
    }

    @Test
    void nothing_tells_an_address_that_somebody_has_from_one_that_nobody_has() {
        awaitAsked();
        Answer known = invite("+491701234567");
        Answer unknown = invite("+491709999999");
        assertThat(known.body().replaceAll("\"id\":\"[^\"]*\"", ""))
                .isEqualTo(unknown.body().replaceAll("\"id\":\"[^\"]*\"", ""));
        assertThat(known.header("ETag")).isEqualTo(unknown.header("ETag"));
        assertThat(ana.requests("outgoing")).hasSize(3);
        // By name she asks for the first time, as far as she can see.
        assertThat(ana.ask(ben).json().path("version").asLong()).isEqualTo(1);
        assertThat(ben.requests("incoming")).hasSize(1);
    }

    @Test
    void what_is_taken_back_is_before_nobody() {
        awaitAsked();
        String id = ana.requests("outgoing").getFirst();
        ana.answer(id, "withdraw").expect(200);
        await().atMost(PATIENCE).until(() -> incoming().isEmpty());
        assertThat(ana.answer(id, "withdraw").status()).isEqualTo(404);
    }

    @Test
    void whoever_blocks_is_not_asked_by_their_address_either() {
        ben.api().put("blocks/" + ana.id(), "").expect(200);
        invite("+491701234567");
        ana.ask(Person.named("Witness", api));
        assertThat(ana.requests("outgoing")).hasSize(2);
        assertThat(ben.requests("incoming")).isEmpty();
    }

    private String awaitAsked() {
        invite("+491701234567");
        return await().atMost(PATIENCE)
                .until(this::incoming, requests -> !requests.isEmpty())
                .getFirst();
    }

    /** What reaches Ben comes behind the answer to Ana: there is nothing of his own to be consistent with. */
    private List<String> incoming() {
        return ben.api()
                .get("friends/requests?direction=incoming")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(request -> request.path("id").asString())
                .toList();
    }

    private Answer invite(String phone) {
        return ana.api().post("friends/requests", Map.of("phone", phone)).expect(201);
    }
}
