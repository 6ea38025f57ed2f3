package com.eindr.infra.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.account.Plan;
import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.voice.Speaker.Said;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A lock answers by voice as it does everywhere. */
@EindrTest
class VoicePlansTest {
    private static final Map<String, Object> SET =
            Map.of("text", "remind me to eat tomorrow at 9 am", "language", "en");

    private final ApiClient api;
    private final Speaker speaker;

    @Autowired
    VoicePlansTest(ApiClient api) {
        this.api = api;
        this.speaker = Speaker.of(api);
    }

    @Test
    void without_a_plan_nothing_new_is_set() {
        api.putOn(Plan.EXPIRED, speaker.id());

        Answer answer = speaker.session().post("voice/commands", SET).expect(403);

        assertThat(answer.problem()).isEqualTo("plan-locked");
        assertThat(answer.json().path("requiredPlan").asString()).isEqualTo("STARTER");
        assertThat(speaker.reminders()).isEmpty();
    }

    @Test
    void without_a_plan_what_is_there_is_read_out_beside_what_is_locked() {
        speaker.say("remind me to drink tomorrow at 8 am");
        api.putOn(Plan.EXPIRED, speaker.id());

        Said said = speaker.say("remind me to eat tomorrow at 9 am and what are my reminders tomorrow");

        assertThat(said.statuses()).containsExactly("REFUSED", "DONE");
        assertThat(said.intent(0).path("problem").path("requiredPlan").asString())
                .isEqualTo("STARTER");
        assertThat(said.reply()).contains("drink");
    }

    @Test
    void the_third_language_is_locked_before_anything_is_done() {
        api.putOn(Plan.STARTER, speaker.id());

        speaker.session()
                .post("voice/commands", Map.of("text", "Notiere, dass die Milch alle ist", "language", "de"))
                .expect(200);
        Answer third = speaker.session()
                .post("voice/commands", Map.of("text", "note que le lait est fini", "language", "fr"))
                .expect(403);

        assertThat(third.problem()).isEqualTo("plan-locked");
        assertThat(third.json().path("requiredPlan").asString()).isEqualTo("PRO");
        assertThat(speaker.session()
                        .get("notes")
                        .expect(200)
                        .json()
                        .path("items")
                        .valueStream()
                        .map(note -> note.path("language").asString()))
                .doesNotContain("fr");
        speaker.session().post("voice/commands", SET).expect(200);
    }
}
