package com.eindr.infra.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.voice.Speaker.Said;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What was said is taken back. */
@EindrTest
class VoiceUndoTest {
    private final ApiClient api;
    private final Speaker speaker;

    @Autowired
    VoiceUndoTest(ApiClient api) {
        this.api = api;
        this.speaker = Speaker.of(api);
    }

    @Test
    void all_of_one_breath_is_taken_back_and_nothing_else() {
        speaker.owes("Saad", "1.00");
        Said before = speaker.say("remind me to eat tomorrow at 8 am");
        Said said = speaker.say("remind me to drink coffee tomorrow at 7 am and note that the milk is finished"
                + " and Saad owes me 500 rupees");
        assertThat(said.statuses()).containsExactly("DONE", "DONE", "DONE");

        Said undone = speaker.undo(said.undoToken());

        assertThat(undone.statuses()).containsExactly("DONE");
        assertThat(speaker.resource(said, 0, undone).path("status").asString()).isEqualTo("CANCELLED");
        assertThat(speaker.resource(said, 2, undone).path("status").asString()).isEqualTo("REVERSED");
        String note = said.intent(1).path("resource").asString().replace("/api/v1/", "");
        assertThat(speaker.session()
                        .get(note, "Consistent-With", undone.token())
                        .status())
                .isEqualTo(404);
        assertThat(speaker.resource(before, 0, undone).path("status").asString())
                .isEqualTo("ACTIVE");
    }

    @Test
    void taking_it_back_again_changes_nothing() {
        Said said = speaker.say("remind me to drink coffee tomorrow at 7 am");

        Said undone = speaker.undo(said.undoToken());
        Said again = speaker.undo(said.undoToken());

        assertThat(again.statuses()).containsExactly("DONE");
        assertThat(speaker.resource(said, 0, again).path("version"))
                .isEqualTo(speaker.resource(said, 0, undone).path("version"));
    }

    @Test
    void undo_that_means_what_was_done_last() {
        Said said = speaker.say("remind me to drink coffee tomorrow at 7 am");

        Said undone = speaker.sure("undo that");

        assertThat(undone.statuses()).containsExactly("DONE");
        assertThat(speaker.resource(said, 0, undone).path("status").asString()).isEqualTo("CANCELLED");
    }

    @Test
    void a_move_is_taken_back() {
        Said set = speaker.say("remind me to drink coffee tomorrow at 7 am");
        Said moved = speaker.say("move the coffee to tomorrow at 9 am");

        Said undone = speaker.undo(moved.undoToken());

        assertThat(speaker.resource(set, 0, undone).path("start").asString()).endsWith("T07:00:00");
    }

    @Test
    void a_cancellation_a_completion_and_a_snooze_are_taken_back() {
        Said set = speaker.say("remind me to drink coffee tomorrow at 7 am");

        Said cancelled = speaker.sure("cancel the coffee");
        assertThat(speaker.resource(set, 0, cancelled).path("status").asString())
                .isEqualTo("CANCELLED");
        Said reinstated = speaker.undo(cancelled.undoToken());
        assertThat(speaker.resource(set, 0, reinstated).path("status").asString())
                .isEqualTo("ACTIVE");

        Said completed = speaker.say("mark the coffee as done");
        assertThat(completed.statuses()).containsExactly("DONE");
        Said reopened = speaker.undo(completed.undoToken());
        assertThat(speaker.resource(set, 0, reopened).path("status").asString()).isEqualTo("ACTIVE");

        Said snoozed = speaker.say("snooze the coffee until tomorrow at 3 pm");
        assertThat(snoozed.statuses()).containsExactly("DONE");
        Said back = speaker.undo(snoozed.undoToken());
        JsonNode next = speaker.resource(set, 0, back).path("nextOccurrence");
        assertThat(next.path("snoozed").asBoolean()).isFalse();
        assertThat(next.path("dueAt").asString()).endsWith("T02:00:00Z");
    }

    @Test
    void a_payment_of_a_mere_contact_is_taken_back() {
        speaker.owes("Saad", "500.00");
        Said settled = speaker.answer(speaker.say("Saad paid me back"), 0, "amount", "500.00 PKR");
        assertThat(settled.statuses()).containsExactly("DONE");

        Said undone = speaker.undo(settled.undoToken());

        assertThat(undone.statuses()).containsExactly("DONE");
        assertThat(speaker.session()
                        .get("ledger/balances", "Consistent-With", undone.token())
                        .expect(200)
                        .body())
                .contains("500.00");
    }

    @Test
    void what_has_changed_since_stays_and_is_told() {
        Said set = speaker.say("remind me to drink coffee tomorrow at 7 am");
        speaker.say("move the coffee to tomorrow at 9 am");

        Said undone = speaker.undo(set.undoToken());

        assertThat(undone.statuses()).containsExactly("REFUSED");
        assertThat(undone.intent(0).path("problem").path("status").asInt()).isEqualTo(412);
        assertThat(speaker.resource(set, 0).path("status").asString()).isEqualTo("ACTIVE");
    }

    @Test
    void a_strangers_token_is_none() {
        Said said = speaker.say("remind me to drink coffee tomorrow at 7 am");
        Speaker stranger = Speaker.of(api);

        stranger.session()
                .post("voice/undo", Map.of("undoToken", said.undoToken()))
                .expect(400);
        assertThat(stranger.sure("undo that").statuses()).containsExactly("REFUSED");
        assertThat(speaker.resource(said, 0).path("status").asString()).isEqualTo("ACTIVE");
    }
}
