package com.eindr.infra.voice;

import com.eindr.voice.Utterance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sentence, and what is to be understood of it.
 *
 * @param half {@code held}, which nothing was tuned for, or {@code draw}, on which examples may draw
 */
record Labelled(String language, String half, String text, Utterance utterance, List<Expected> expected) {
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "tr", "ar", "ur", "hi");

    /** What one command is to be: its intent's name, its slots by their names in JSON, and whether it must be asked. */
    record Expected(String intent, Map<String, String> slots, boolean confirm) {
        boolean isCommand() {
            return !intent.equals("chitchat") && !intent.equals("unknown");
        }
    }

    boolean isOutOfScope() {
        return expected.stream().noneMatch(Expected::isCommand);
    }

    static List<Labelled> all() {
        return LANGUAGES.stream().flatMap(language -> read(language).stream()).toList();
    }

    /** The first line of a file says what is true of all its sentences. */
    private static List<Labelled> read(String language) {
        JsonMapper mapper = JsonMapper.shared();
        List<Labelled> all = new ArrayList<>();
        try (var in = Labelled.class.getResourceAsStream("/voice/" + language + ".jsonl")) {
            if (in == null) {
                throw new IllegalStateException("no sentences in " + language);
            }
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            JsonNode head = mapper.readTree(lines.getFirst());
            for (String line : lines.subList(1, lines.size())) {
                JsonNode node = mapper.readTree(line);
                String text = node.get("text").asString();
                Utterance utterance = new Utterance(
                        text,
                        language,
                        LocalDateTime.parse(head.get("now").asString()),
                        Currency.getInstance(head.get("currency").asString()),
                        head.get("people").valueStream().map(JsonNode::asString).toList());
                all.add(new Labelled(
                        language,
                        node.get("half").asString(),
                        text,
                        utterance,
                        node.get("expect").valueStream().map(Labelled::expected).toList()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static Expected expected(JsonNode node) {
        return new Expected(
                node.get("intent").asString(),
                SlotTexts.of(node.path("slots")),
                node.path("confirm").asBoolean(false));
    }
}
