package com.eindr.infra.voice;

import com.eindr.voice.Utterance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sentence, and what is to be understood of it.
 *
 * @param round who wrote it, and when
 * @param half {@code held}, which nothing was tuned for, or {@code draw}, on which examples may draw
 */
record Labelled(Round round, String language, String half, String text, Utterance utterance, List<Expected> expected) {
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "tr", "ar", "ur", "hi");

    /** Who wrote a sentence. */
    enum Round {
        /** We, who knew the lexicons. */
        OWN,
        /** Strangers, who had not seen the lexicons; both halves have been learnt from since. */
        FIRST,
        /** Other strangers, whose sentences were written to be learnt from. */
        SECOND,
        /** Strangers again, whose sentences nobody who tunes anything has seen. */
        UNTOUCHED;

        private String file(String language) {
            return "/voice/" + name().toLowerCase(Locale.ROOT) + "/" + language + ".jsonl";
        }
    }

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
        return Arrays.stream(Round.values())
                .flatMap(round -> of(round).stream())
                .toList();
    }

    static List<Labelled> of(Round round) {
        return LANGUAGES.stream()
                .flatMap(language -> read(round, language).stream())
                .toList();
    }

    boolean isHeld() {
        return half.equals("held");
    }

    /** A line without a text says what is true of the sentences below it. */
    private static List<Labelled> read(Round round, String language) {
        JsonMapper mapper = JsonMapper.shared();
        List<Labelled> all = new ArrayList<>();
        try (var in = Labelled.class.getResourceAsStream(round.file(language))) {
            if (in == null) {
                throw new IllegalStateException("no sentences in " + round.file(language));
            }
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            JsonNode head = mapper.nullNode();
            for (String line : lines) {
                JsonNode node = mapper.readTree(line);
                if (!node.has("text")) {
                    head = node;
                    continue;
                }
                String text = node.get("text").asString();
                Utterance utterance = new Utterance(
                        text,
                        language,
                        LocalDateTime.parse(head.get("now").asString()),
                        Currency.getInstance(head.get("currency").asString()),
                        head.get("people").valueStream().map(JsonNode::asString).toList());
                all.add(new Labelled(
                        round,
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
