package com.eindr.infra.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.ApiClient.Session;
import com.eindr.infra.testing.EindrTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a sentence means, asked over HTTP; the same whether or not the model has come yet. */
@EindrTest
class InterpretationsTest {
    private static final String PATH = "voice/interpretations";

    /** A Monday morning in Karachi. */
    private static final String NOW = "2026-11-23T05:30:00Z";

    private final Session speaker;

    @Autowired
    InterpretationsTest(ApiClient api) {
        this.speaker = api.as("speaker-" + UUID.randomUUID());
        speaker.get("me").expect(200);
    }

    @Test
    void several_commands_in_one_breath_are_several_intents() {
        owed("Saad", "1.00");

        JsonNode intents =
                intents("remind me to drink coffee at 7, go for a walk at 8 and note that the milk is finished"
                        + " and Saad owes me 500");

        assertThat(intents.valueStream().map(intent -> intent.path("intent").asString()))
                .containsExactly("reminder.create", "reminder.create", "note.create", "debt.record");
        assertThat(slots(intents, 0).path("title").asString()).isEqualTo("drink coffee");
        assertThat(slots(intents, 0).path("start").asString()).isEqualTo("2026-11-23T19:00:00");
        assertThat(slots(intents, 1).path("title").asString()).isEqualTo("go for a walk");
        assertThat(slots(intents, 2).path("content").asString()).isEqualTo("the milk is finished");
        assertThat(slots(intents, 3).path("counterparty").asString()).isEqualTo("Saad");
        assertThat(slots(intents, 3).path("direction").asString()).isEqualTo("OWED_TO_ME");
        assertThat(slots(intents, 3).path("amount").asString()).isEqualTo("500.00");
        assertThat(slots(intents, 3).path("currency").asString()).isEqualTo("PKR");
        assertThat(intents.valueStream().map(intent -> intent.path("status").asString()))
                .containsOnly("UNDERSTOOD");
    }

    @Test
    void nothing_is_done() {
        intents("remind me to call ana tomorrow at nine");

        assertThat(speaker.get("reminders").expect(200).json().path("items").size())
                .isZero();
    }

    @Test
    void what_is_ambiguous_is_a_choice() {
        JsonNode intent = intents("remind me to call ana tomorrow at 5").get(0);

        assertThat(intent.path("status").asString()).isEqualTo("NEEDS_CONFIRMATION");
        assertThat(intent.path("choices").get(0).path("slot").asString()).isEqualTo("start");
        assertThat(intent.path("choices").get(0).path("values").valueStream().map(JsonNode::asString))
                .containsExactly("2026-11-24T17:00", "2026-11-24T05:00");
    }

    @Test
    void without_a_language_it_is_found_out() {
        Answer answer = ask(Map.of("text", "erinnere mich morgen um neun an den zahnarzt", "now", NOW))
                .expect(200);

        assertThat(answer.json().path("language").asString()).isEqualTo("de");
        assertThat(slots(answer.json().path("intents"), 0).path("title").asString())
                .isEqualTo("den zahnarzt");
    }

    @Test
    void the_zone_and_the_moment_are_by_default_the_profiles_and_this_one() {
        assertThat(ask(Map.of("text", "remind me tomorrow at nine to eat", "language", "en"))
                        .expect(200)
                        .json()
                        .path("intents")
                        .get(0)
                        .path("slots")
                        .path("start")
                        .asString())
                .endsWith("T09:00:00");
    }

    @ParameterizedTest
    @CsvSource({
        "text,",
        "language, not_a_language",
        "timeZone, Mars/Olympus",
        "now, yesterday",
    })
    void what_is_invalid_is_named(String field, String value) {
        Map<String, Object> body = new HashMap<>(Map.of("text", "hello", "now", NOW));
        body.put(field, value);

        assertThat(ask(body).expect(400).body()).contains(field);
    }

    @Test
    void a_text_that_is_too_long_is_refused_and_silence_is_not_understood() {
        ask(Map.of("text", "a".repeat(10_001))).expect(400);

        assertThat(intents(" ").get(0).path("status").asString()).isEqualTo("NOT_UNDERSTOOD");
    }

    private void owed(String contact, String amount) {
        Answer debt = speaker.post(
                        "ledger/debts",
                        Map.of(
                                "counterparty",
                                Map.of("contactName", contact),
                                "direction",
                                "OWED_TO_ME",
                                "amount",
                                amount,
                                "currency",
                                "PKR"))
                .expect(201);
        speaker.get("ledger/balances", "Consistent-With", debt.header("Consistency-Token"))
                .expect(200);
    }

    private JsonNode intents(String text) {
        return ask(Map.of("text", text, "language", "en", "timeZone", "Asia/Karachi", "now", NOW))
                .expect(200)
                .json()
                .path("intents");
    }

    private static JsonNode slots(JsonNode intents, int index) {
        return intents.get(index).path("slots");
    }

    private Answer ask(Map<String, Object> body) {
        return speaker.post(PATH, body);
    }
}
