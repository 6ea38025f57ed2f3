package com.eindr.infra.voice;

import com.eindr.infra.testing.Answer;
import com.eindr.infra.testing.ApiClient;
import com.eindr.infra.testing.ApiClient.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Somebody who speaks, somewhere in Karachi. */
record Speaker(String id, Session session) {

    static Speaker of(ApiClient api) {
        String id = "speaker-" + UUID.randomUUID();
        Speaker speaker = new Speaker(id, api.as(id));
        speaker.session.get("me").expect(200);
        return speaker;
    }

    /** What was answered. */
    record Said(JsonNode body, String token) {
        JsonNode intent(int index) {
            return body.path("intents").get(index);
        }

        List<String> statuses() {
            return body.path("intents")
                    .valueStream()
                    .map(intent -> intent.path("status").asString())
                    .toList();
        }

        String reply() {
            return body.path("reply").asString();
        }

        String undoToken() {
            return body.path("undoToken").asString();
        }
    }

    Said say(String text) {
        return said(session.post("voice/commands", body(text)).expect(200));
    }

    /** Where it is asked before something goes, as it is until the model has come: yes. */
    Said sure(String text) {
        Said said = say(text);
        boolean asked = said.statuses().equals(List.of("NEEDS_CONFIRMATION"));
        return asked ? answer(said, 0, "confirm", "yes") : said;
    }

    Said sayAs(String key, String text) {
        return said(post(key, text).expect(200));
    }

    Answer post(String key, String text) {
        return session.post("voice/commands", body(text), "Idempotency-Key", key);
    }

    Said answer(Said asked, int intent, String slot, String value) {
        Map<String, Object> answer = Map.of("intent", intent, "slot", slot, "value", value);
        String question = asked.body().path("question").asString();
        return said(session.post("voice/commands", Map.of("question", question, "answers", List.of(answer)))
                .expect(200));
    }

    Said undo(String token) {
        return said(session.post("voice/undo", Map.of("undoToken", token)).expect(200));
    }

    JsonNode resource(Said said, int index) {
        return resource(said, index, said);
    }

    /** As it is after something else. */
    JsonNode resource(Said said, int index, Said after) {
        String path = said.intent(index).path("resource").asString().replace("/api/v1/", "");
        return session.get(path, "Consistent-With", after.token()).expect(200).json();
    }

    List<String> reminders() {
        return session.get("reminders")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("title").asString())
                .toList();
    }

    List<String> remindersAfter(Said said) {
        return session.get("reminders", "Consistent-With", said.token())
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("title").asString())
                .toList();
    }

    void owes(String contact, String amount) {
        Map<String, Object> debt = new HashMap<>(Map.of("direction", "OWED_TO_ME", "amount", amount));
        debt.put("counterparty", Map.of("contactName", contact));
        debt.put("currency", "PKR");
        Answer recorded = session.post("ledger/debts", debt).expect(201);
        session.get("ledger/balances", "Consistent-With", recorded.header("Consistency-Token"))
                .expect(200);
    }

    private static Map<String, Object> body(String text) {
        return Map.of("text", text, "language", "en", "timeZone", "Asia/Karachi");
    }

    private static Said said(Answer answer) {
        String token = answer.header("Consistency-Token");
        return new Said(answer.json(), token == null ? "" : token);
    }
}
