package com.eindr.infra.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.voice.Speaker.Said;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Whom somebody speaks of. */
@EindrTest
class VoicePeopleTest {
    private final ApiClient api;
    private final Speaker speaker;

    @Autowired
    VoicePeopleTest(ApiClient api) {
        this.api = api;
        this.speaker = Speaker.of(api);
    }

    @Test
    void two_friends_of_one_name_are_asked_about_and_the_debt_is_with_the_one_who_is_chosen() {
        Speaker one = friend("Ana");
        Speaker other = friend("Ana");

        Said asked = speaker.say("Ana owes me 20 euros");

        assertThat(asked.statuses()).containsExactly("NEEDS_CONFIRMATION");
        JsonNode choice = asked.intent(0).path("choices").get(0);
        assertThat(choice.path("slot").asString()).isEqualTo("counterparty");
        assertThat(choice.path("values").size()).isEqualTo(2);
        String chosen = choice.path("values").get(1).asString();
        Said recorded = speaker.answer(asked, 0, "counterparty", chosen);

        assertThat(recorded.statuses()).containsExactly("DONE");
        JsonNode debt = speaker.resource(recorded, 0);
        String with = debt.path("counterparty").path("userId").asString();
        assertThat(chosen).contains(with);
        assertThat(with).isIn(one.id(), other.id());
        assertThat(debt.path("status").asString()).isEqualTo("UNCONFIRMED");
    }

    @Test
    void a_friend_and_a_contact_of_one_name_are_asked_about() {
        Speaker friend = friend("Ana");
        speaker.owes("Ana", "5.00");

        Said asked = speaker.say("Ana owes me 20 euros");

        assertThat(asked.statuses()).containsExactly("NEEDS_CONFIRMATION");
        JsonNode choice = asked.intent(0).path("choices").get(0);
        assertThat(choice.path("slot").asString()).isEqualTo("counterparty");
        assertThat(choice.path("values").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("Ana (" + friend.id() + ")", "Ana");
        Said recorded = speaker.answer(asked, 0, "counterparty", "Ana");

        assertThat(recorded.statuses()).containsExactly("DONE");
        JsonNode party = speaker.resource(recorded, 0).path("counterparty");
        assertThat(party.path("contactName").asString()).isEqualTo("Ana");
        assertThat(party.path("userId").asString("")).isNotEqualTo(friend.id());
    }

    @Test
    void a_stranger_of_that_name_is_nobody() {
        Speaker stranger = Speaker.of(api);
        stranger.session().patch("me", Map.of("displayName", "Zarathustra")).expect(200);
        stranger.say("remind me to climb tomorrow at 9 am");

        assertThat(speaker.say("Zarathustra owes me 20 euros").statuses()).containsExactly("NEEDS_CONFIRMATION");
        assertThat(speaker.sure("cancel the climb").statuses()).containsExactly("REFUSED");
        assertThat(stranger.reminders()).containsExactly("climb");
    }

    private Speaker friend(String name) {
        Speaker friend = Speaker.of(api);
        friend.session().patch("me", Map.of("displayName", name)).expect(200);
        var request = speaker.session()
                .post("friends/requests", Map.of("userId", friend.id()))
                .expect(201);
        String id = request.json().path("id").asString();
        var accepted = friend.session()
                .post("friends/requests/" + id + "/accept", Map.of())
                .expect(200);
        speaker.session()
                .get("friends", "Consistent-With", accepted.header("Consistency-Token"))
                .expect(200);
        return friend;
    }
}
