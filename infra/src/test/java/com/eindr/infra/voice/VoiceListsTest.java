package com.eindr.infra.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.voice.Speaker.Said;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What there is in a stretch of time is what rings in it. */
@EindrTest
class VoiceListsTest {
    private final Speaker speaker;

    @Autowired
    VoiceListsTest(ApiClient api) {
        this.speaker = Speaker.of(api);
    }

    @Test
    void a_series_is_there_on_each_of_its_days_and_once_in_a_week() {
        speaker.say("remind me to stretch every day at 9 am starting tomorrow");
        speaker.say("remind me to call the bank in two days");

        Said later = speaker.say("what are my reminders the day after tomorrow");
        assertThat(later.reply())
                .contains("2 reminders")
                .contains("stretch, at 9 AM")
                .contains("call the bank");
        Said week = speaker.say("what are my reminders next week");
        assertThat(week.reply()).containsOnlyOnce("stretch");
        assertThat(speaker.say("what are my reminders next month").reply()).contains("stretch");
    }

    @Test
    void a_time_that_was_moved_out_of_a_day_leaves_it_empty() {
        speaker.say("remind me to stretch every day at 9 am starting tomorrow");

        speaker.say("move the stretch to the day after tomorrow at 11 am");

        assertThat(speaker.say("what are my reminders tomorrow").reply()).startsWith("You have no reminders");
        assertThat(speaker.say("what are my reminders the day after tomorrow").reply())
                .contains("one reminder")
                .contains("at 9 AM");
    }

    @Test
    void what_was_read_out_can_be_named_by_its_place() {
        Said set = speaker.say("remind me to stretch every day at 9 am starting tomorrow");
        Said bank = speaker.say("remind me to call the bank the day after tomorrow at 10 am");
        speaker.say("what are my reminders the day after tomorrow");

        Said cancelled = speaker.sure("cancel the second one");

        assertThat(speaker.resource(bank, 0, cancelled).path("status").asString())
                .isEqualTo("CANCELLED");
        assertThat(speaker.resource(set, 0, cancelled).path("status").asString())
                .isEqualTo("ACTIVE");
    }

    @Test
    void what_rings_every_minute_hides_nothing() {
        speaker.say("remind me to breathe every minute");
        speaker.say("remind me to call the bank in six days");

        assertThat(speaker.say("what are my reminders next week").reply()
                        + speaker.say("what are my reminders this week").reply())
                .contains("call the bank")
                .contains("breathe");
    }
}
