package com.eindr.infra.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.EindrTest;
import com.eindr.infra.voice.Speaker.Said;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A reminder that is there gets other words and another rhythm by what is said of it. */
@EindrTest
class VoiceChangesTest {
    private static final String LONDON = "Europe/London";

    private final Speaker speaker;

    @Autowired
    VoiceChangesTest(ApiClient api) {
        this.speaker = Speaker.of(api);
    }

    @Test
    void what_was_read_out_gets_other_words_and_keeps_its_time() {
        Said set = speaker.say("remind me to phone the council tomorrow at 10 am");
        speaker.say("what are my reminders tomorrow");

        Said renamed = speaker.say("rename the first one to ring the council");

        assertThat(renamed.statuses()).containsExactly("DONE");
        assertThat(renamed.reply()).isEqualTo("Changed: phone the council is now ring the council.");
        assertThat(renamed.intent(0).path("slots").path("title").asString()).isEqualTo("ring the council");
        JsonNode reminder = speaker.resource(set, 0, renamed);
        assertThat(reminder.path("title").asString()).isEqualTo("ring the council");
        assertThat(reminder.path("start").asString()).endsWith("T10:00:00");
    }

    @Test
    void what_rings_once_becomes_a_series_at_its_hour_and_once_again_when_that_is_undone() {
        Said set = speaker.say("remind me to water the succulents tomorrow at 7 am");
        JsonNode before = speaker.resource(set, 0);

        Said changed = speaker.say("make the succulents reminder every other day instead");

        assertThat(changed.statuses()).containsExactly("DONE");
        assertThat(changed.reply())
                .startsWith("Changed: water the succulents, every other day at 7 AM")
                .endsWith("starting tomorrow.");
        JsonNode series = speaker.resource(set, 0, changed);
        assertThat(series.path("recurrence").asString()).isEqualTo("FREQ=DAILY;INTERVAL=2");
        assertThat(series.path("start")).isEqualTo(before.path("start"));
        assertUndone(set, changed, before);
    }

    @Test
    void a_series_gets_another_day_and_hour() {
        Said set = speaker.say("remind me to stretch every day at 9 am");
        JsonNode before = speaker.resource(set, 0);

        Said changed = speaker.say("from now on every thursday at 8 pm");

        assertThat(changed.statuses()).containsExactly("DONE");
        assertThat(changed.reply()).startsWith("Changed: stretch, every Thursday at 8 PM");
        JsonNode series = speaker.resource(set, 0, changed);
        assertThat(series.path("recurrence").asString()).isEqualTo("FREQ=WEEKLY;BYDAY=TH");
        assertThat(series.path("start").asString()).endsWith("T20:00:00");
        assertUndone(set, changed, before);
    }

    @Test
    void a_mere_rhythm_keeps_the_zone_and_an_hour_is_that_of_the_speaker() {
        String id = londoner();
        JsonNode before = reminder(id, null);

        Said weekly = speaker.say("make the embassy reminder every tuesday instead");
        assertThat(weekly.reply()).contains("every Tuesday at 9 AM, London time");
        JsonNode there = reminder(id, weekly);
        assertThat(there.path("timeZone").asString()).isEqualTo(LONDON);
        assertThat(there.path("start")).isEqualTo(before.path("start"));

        Said here = speaker.say("move the embassy to every tuesday at 8 pm");
        JsonNode moved = reminder(id, here);
        assertThat(moved.path("timeZone").asString()).isEqualTo("Asia/Karachi");
        assertThat(moved.path("start").asString()).endsWith("T20:00:00");

        Said back = speaker.undo(here.undoToken());
        assertThat(reminder(id, back).path("timeZone").asString()).isEqualTo(LONDON);
        assertThat(reminder(id, back).path("start")).isEqualTo(before.path("start"));
        assertThat(reminder(id, back).path("recurrence").asString()).isEqualTo("FREQ=WEEKLY;BYDAY=TU");
    }

    @Test
    void only_the_next_of_a_series_is_moved_and_so_it_is_told() {
        Said set = speaker.say("remind me to stretch every day at 9 am");

        Said moved = speaker.say("move the stretch to tomorrow at 11 am");

        assertThat(moved.reply())
                .startsWith("Changed: stretch, tomorrow at 11 AM")
                .doesNotContain("every");
        JsonNode series = speaker.resource(set, 0, moved);
        assertThat(series.path("start")).isEqualTo(speaker.resource(set, 0).path("start"));
        assertThat(series.path("recurrence").asString()).isEqualTo("FREQ=DAILY");
    }

    @Test
    void a_mere_hour_is_of_its_own_day_and_a_mere_day_keeps_its_hour() {
        Said set = speaker.say("remind me to see the dentist in three days at 5 pm");
        String day = speaker.resource(set, 0).path("start").asString().substring(0, 10);

        Said later = speaker.say("move the dentist to six");
        assertThat(later.statuses()).containsExactly("DONE");
        assertThat(speaker.resource(set, 0, later).path("start").asString()).isEqualTo(day + "T18:00:00");
        Said pushed = speaker.say("make it half an hour later");
        assertThat(speaker.resource(set, 0, pushed).path("start").asString()).isEqualTo(day + "T18:30:00");
        Said tomorrow = speaker.say("move the dentist to tomorrow");
        assertThat(speaker.resource(set, 0, tomorrow).path("start").asString()).endsWith("T18:30:00");
    }

    @Test
    void a_mere_hour_that_may_be_two_is_asked_about_on_its_own_day() {
        Said set = speaker.say("remind me to see the dentist in three days at 2 pm");
        String day = speaker.resource(set, 0).path("start").asString().substring(0, 10);

        Said asked = speaker.say("move the dentist to nine");
        assertThat(asked.statuses()).containsExactly("NEEDS_CONFIRMATION");
        assertThat(asked.intent(0).path("choices").get(0).path("values").get(0).asString())
                .isEqualTo(day + "T09:00");
        Said done = speaker.say("the second one");

        assertThat(done.statuses()).containsExactly("DONE");
        assertThat(speaker.resource(set, 0, done).path("start").asString()).isEqualTo(day + "T21:00:00");
    }

    @Test
    void new_words_with_a_new_time_are_confirmed_first() {
        Said set = speaker.say("remind me to see the dentist tomorrow at 9 am");

        Said asked = speaker.say("change the dentist to orthodontist tomorrow at 11 am");
        assertThat(asked.statuses()).containsExactly("NEEDS_CONFIRMATION");
        assertThat(asked.reply()).contains("see the dentist").contains("orthodontist, tomorrow at 11 AM");
        Said done = speaker.say("yes");

        assertThat(done.statuses()).containsExactly("DONE");
        assertThat(done.reply()).startsWith("Changed: see the dentist is now orthodontist, tomorrow at 11 AM");
        JsonNode reminder = speaker.resource(set, 0, done);
        assertThat(reminder.path("title").asString()).isEqualTo("orthodontist");
        assertThat(reminder.path("start").asString()).endsWith("T11:00:00");
    }

    @Test
    void two_that_fit_are_asked_about_and_the_one_that_is_chosen_is_renamed() {
        Said call = speaker.say("remind me to call the dentist tomorrow at 9 am");
        Said pay = speaker.say("remind me to pay the dentist tomorrow at 10 am");

        Said asked = speaker.say("rename the dentist to orthodontist");
        assertThat(asked.intent(0).path("choices").get(0).path("slot").asString())
                .isEqualTo("filter");
        String first =
                asked.intent(0).path("choices").get(0).path("values").get(0).asString();
        Said done = speaker.answer(asked, 0, "filter", first);

        Said renamed = first.startsWith("call") ? call : pay;
        Said other = first.startsWith("call") ? pay : call;
        assertThat(speaker.resource(renamed, 0, done).path("title").asString()).isEqualTo("orthodontist");
        assertThat(speaker.resource(other, 0, done).path("title").asString()).endsWith("the dentist");
    }

    @Test
    void two_changes_of_one_thing_in_one_breath_are_undone_together() {
        Said set = speaker.say("remind me to drink coffee tomorrow at 7 am");
        JsonNode before = speaker.resource(set, 0);

        Said changed = speaker.say("rename the coffee to drink tea and move it to tomorrow at 9 am");

        assertThat(changed.statuses()).containsExactly("DONE", "DONE");
        assertThat(speaker.resource(set, 0, changed).path("title").asString()).isEqualTo("drink tea");
        Said undone = assertUndone(set, changed, before);
        assertThat(undone.reply()).isEqualTo("Undone.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a~b_c&title=x%41+1", "چائے پینا ☕", "{not} \"quoted\", \\ at all"})
    void the_words_it_had_come_back_to_the_letter(String title) {
        String id = created(Map.of("title", "tea " + title, "start", "2090-01-05T09:00:00"));

        Said renamed = speaker.say("rename the tea to coffee");
        assertThat(reminder(id, renamed).path("title").asString()).isEqualTo("coffee");
        Said undone = speaker.undo(renamed.undoToken());

        assertThat(reminder(id, undone).path("title").asString()).isEqualTo("tea " + title);
    }

    @Test
    void a_repeated_request_is_answered_alike_and_can_be_undone_like_the_first() {
        Said set = speaker.say("remind me to see the dentist tomorrow at 9 am");
        JsonNode before = speaker.resource(set, 0);

        Said first = speaker.sayAs("key-1", "rename the dentist to orthodontist");
        Said again = speaker.sayAs("key-1", "rename the dentist to orthodontist");

        assertThat(again.reply()).isEqualTo(first.reply());
        assertUndone(set, again, before);
    }

    @Test
    void a_repeated_push_back_is_one_push_back() {
        Said set = speaker.say("remind me to see the dentist in three days at 5 pm");
        JsonNode before = speaker.resource(set, 0);

        Said first = speaker.sayAs("key-1", "postpone the dentist by half an hour");
        Said again = speaker.sayAs("key-1", "postpone the dentist by half an hour");

        assertThat(again.reply()).isEqualTo(first.reply());
        assertThat(speaker.resource(set, 0, again).path("start").asString()).endsWith("T17:30:00");
        assertUndone(set, again, before);
    }

    @Test
    void a_rehearsal_changes_nothing() {
        Said set = speaker.say("remind me to see the dentist tomorrow at 9 am");
        JsonNode answer = speaker.session()
                .post(
                        "voice/commands",
                        Map.of(
                                "text",
                                "make the dentist reminder every friday",
                                "language",
                                "en",
                                "timeZone",
                                "Asia/Karachi",
                                "dryRun",
                                true))
                .expect(200)
                .json();

        assertThat(answer.path("intents").get(0).path("status").asString()).isEqualTo("UNDERSTOOD");
        assertThat(answer.path("reply").asString()).contains("every Friday at 9 AM");
        assertThat(speaker.resource(set, 0).path("recurrence").isNull()).isTrue();
    }

    @Test
    void words_that_are_too_long_and_a_rule_that_no_whole_day_has_are_refused() {
        Said set = speaker.say("remind me to see the dentist tomorrow at 9 am");
        Said refused = speaker.say("rename the dentist to " + "walk ".repeat(50));
        assertThat(refused.statuses()).containsExactly("REFUSED");
        assertThat(refused.intent(0).path("problem").path("type").asString()).endsWith("/invalid-words");
        assertThat(speaker.resource(set, 0).path("title").asString()).isEqualTo("see the dentist");

        created(Map.of("title", "birthday", "start", "2090-01-05", "timing", "ALL_DAY"));
        Said fine = speaker.say("make the birthday reminder every two hours");
        assertThat(fine.statuses()).containsExactly("REFUSED");
        assertThat(fine.reply()).isEqualTo("I can't repeat it that way.");
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThat(speaker.say("rename the dentist to orthodontist").statuses()).containsExactly("REFUSED");
    }

    private Said assertUndone(Said set, Said changed, JsonNode before) {
        Said undone = speaker.undo(changed.undoToken());
        JsonNode after = speaker.resource(set, 0, undone);
        assertThat(undone.statuses()).containsExactly("DONE");
        for (String field : new String[] {"title", "start", "timeZone", "recurrence", "status", "nextOccurrence"}) {
            assertThat(after.path(field)).as(field).isEqualTo(before.path(field));
        }
        return undone;
    }

    private String londoner() {
        return created(Map.of("title", "ring the embassy", "start", "2090-01-05T09:00:00", "timeZone", LONDON));
    }

    private String created(Map<String, Object> body) {
        var answer = speaker.session().post("reminders", body).expect(201);
        speaker.session()
                .get("reminders", "Consistent-With", answer.header("Consistency-Token"))
                .expect(200);
        return answer.json().path("id").asString();
    }

    private JsonNode reminder(String id, @org.jspecify.annotations.Nullable Said after) {
        return (after == null
                        ? speaker.session().get("reminders/" + id)
                        : speaker.session().get("reminders/" + id, "Consistent-With", after.token()))
                .expect(200)
                .json();
    }
}
