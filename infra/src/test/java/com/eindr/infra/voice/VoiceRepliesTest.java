package com.eindr.infra.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.voice.Speaker.Said;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is asked is answered by speaking on. */
@EindrTest
class VoiceRepliesTest {
    private final Speaker speaker;

    @Autowired
    VoiceRepliesTest(ApiClient api) {
        this.speaker = Speaker.of(api);
    }

    @Test
    void yes_does_it() {
        Said set = speaker.say("remind me to feed the cat tomorrow at 9 am");
        assertThat(speaker.say("cancel it").statuses()).containsExactly("NEEDS_CONFIRMATION");

        Said done = speaker.say("yes");

        assertThat(done.statuses()).containsExactly("DONE");
        assertThat(speaker.resource(set, 0, done).path("status").asString()).isEqualTo("CANCELLED");
    }

    @Test
    void no_leaves_it() {
        Said set = speaker.say("remind me to feed the cat tomorrow at 9 am");
        speaker.say("cancel it");

        Said no = speaker.say("no");

        assertThat(no.body().path("intents").size()).isZero();
        assertThat(speaker.resource(set, 0).path("status").asString()).isEqualTo("ACTIVE");
        assertThat(speaker.say("yes").body().path("undoToken").isNull()).isTrue();
        assertThat(speaker.resource(set, 0).path("status").asString()).isEqualTo("ACTIVE");
    }

    @Test
    void a_time_is_told() {
        Said asked = speaker.say("remind me to call ana tomorrow at 5");
        assertThat(asked.statuses()).containsExactly("NEEDS_CONFIRMATION");

        Said set = speaker.say("the second one");

        assertThat(set.statuses()).containsExactly("DONE");
        assertThat(speaker.resource(set, 0).path("start").asString()).endsWith("T05:00:00");
    }

    @Test
    void another_sentence_is_no_answer() {
        speaker.say("remind me to call ana tomorrow at 5");

        assertThat(speaker.say("note that the milk is finished")
                        .intent(0)
                        .path("intent")
                        .asString())
                .isEqualTo("note.create");
    }

    @Test
    void the_same_yes_does_nothing_twice() {
        speaker.say("remind me to call ana tomorrow at 5");

        Said first = speaker.sayAs("yes-1", "the first one");
        Said again = speaker.sayAs("yes-1", "the first one");

        assertThat(first.statuses()).containsExactly("DONE");
        assertThat(again.intent(0).path("resource")).isEqualTo(first.intent(0).path("resource"));
        assertThat(speaker.remindersAfter(again)).hasSize(1);
    }
}
