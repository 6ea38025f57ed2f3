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
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sentence, and what is to be understood of it.
 *
 * @param round who wrote it: we, or strangers who had not seen the lexicons
 * @param half {@code held}, which nothing was tuned for, or {@code draw}, on which examples may draw
 */
record Labelled(Round round, String language, String half, String text, Utterance utterance, List<Expected> expected) {
    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "tr", "ar", "ur", "hi");

    /** Who wrote a sentence. */
    enum Round {
        OWN("/voice/"),
        STRANGERS("/voice/strangers/");

        private final String folder;

        Round(String folder) {
            this.folder = folder;
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
        return Stream.concat(of(Round.OWN).stream(), of(Round.STRANGERS).stream())
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

    /** The first line of a file says what is true of all its sentences. */
    private static List<Labelled> read(Round round, String language) {
        JsonMapper mapper = JsonMapper.shared();
        List<Labelled> all = new ArrayList<>();
        try (var in = Labelled.class.getResourceAsStream(round.folder + language + ".jsonl")) {
            if (in == null && round == Round.STRANGERS) {
                return List.of();
            }
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
