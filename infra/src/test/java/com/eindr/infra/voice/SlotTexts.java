package com.eindr.infra.voice;

import com.eindr.voice.Selection;
import com.eindr.voice.Slots;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Slots as texts that can be compared: whatever words people said, without case and punctuation. */
final class SlotTexts {
    private SlotTexts() {}

    static Map<String, String> of(JsonNode slots) {
        Map<String, String> texts = new TreeMap<>();
        slots.propertyStream().forEach(slot -> {
            if (slot.getValue().isObject()) {
                slot.getValue()
                        .propertyStream()
                        .forEach(part -> texts.put(
                                "filter." + part.getKey(), plain(part.getValue().asString())));
            } else {
                texts.put(slot.getKey(), plain(slot.getValue().asString()));
            }
        });
        return texts;
    }

    static Map<String, String> of(Slots slots) {
        Map<String, String> texts = new TreeMap<>();
        put(texts, "title", slots.title());
        put(texts, "start", slots.start());
        put(texts, "recurrence", slots.recurrence());
        put(texts, "counterparty", slots.counterparty());
        put(texts, "direction", slots.owedToMe() == null ? null : slots.owedToMe() ? "OWED_TO_ME" : "I_OWE");
        put(texts, "amount", slots.amount() == null ? null : slots.amount().text());
        put(texts, "currency", slots.amount() == null ? null : slots.amount().currency());
        put(texts, "content", slots.content());
        Selection filter = slots.filter();
        if (filter != null) {
            put(texts, "filter.ordinal", filter.ordinal());
            put(texts, "filter.about", filter.about());
            put(texts, "filter.from", filter.from());
            put(texts, "filter.to", filter.to());
            put(texts, "filter.all", filter.all() ? true : null);
        }
        return texts;
    }

    private static void put(Map<String, String> texts, String slot, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            texts.put(slot, plain(value.toString()));
        }
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[,;.!?،۔]+(?=\\s|$)", "")
                .strip();
    }
}
