package com.eindr.infra.voice;

import com.eindr.infra.voice.RemoteServer.Misbehaved;
import com.eindr.voice.web.speech.Transcript;
import com.eindr.voice.web.speech.Transcript.Segment;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the answer that the protocol calls {@code verbose_json}. Servers differ in what they leave out of it. */
final class WhisperAnswer {
    private static final String UNDETERMINED = "und";
    private static final long LONGEST_SECONDS = 100_000;

    /** Some servers name languages in English, and not all by the names that Java has for them. */
    private static final Map<String, String> CODES = codes();

    private WhisperAnswer() {}

    static Transcript read(byte[] body) throws Misbehaved {
        JsonNode answer;
        try {
            answer = JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            throw new Misbehaved("the transcript is no JSON");
        }
        if (!answer.path("text").isString()) {
            throw new Misbehaved("the transcript has no text");
        }
        return new Transcript(
                language(answer.path("language").asString("")), length(answer.path("duration")), segments(answer));
    }

    private static List<Segment> segments(JsonNode answer) {
        JsonNode segments = answer.path("segments");
        if (!segments.isArray()) {
            return List.of(new Segment(answer.path("text").asString(), null, null, null));
        }
        return segments.valueStream()
                .filter(segment -> segment.path("text").isString())
                .map(segment -> new Segment(
                        segment.path("text").asString(),
                        percent(segment.path("no_speech_prob"), false),
                        percent(segment.path("avg_logprob"), true),
                        repetition(segment.path("compression_ratio"))))
                .toList();
    }

    private static @Nullable Integer percent(JsonNode value, boolean logarithm) {
        if (!value.isNumber()) {
            return null;
        }
        double probability = logarithm ? Math.exp(value.asDouble()) : value.asDouble();
        return (int) Math.round(100 * Math.clamp(probability, 0, 1));
    }

    private static @Nullable Integer repetition(JsonNode value) {
        return value.isNumber() ? (int) Math.round(100 * Math.clamp(value.asDouble(), 0, 1000)) : null;
    }

    private static Duration length(JsonNode seconds) {
        // Some write the number as a text.
        double told = seconds.asDouble(0);
        return Duration.ofMillis(Math.round(1000 * Math.clamp(told, 0, LONGEST_SECONDS)));
    }

    private static String language(String told) {
        String folded = told.strip().toLowerCase(Locale.ROOT);
        return folded.matches("[a-z]{2,3}(-.*)?")
                ? folded.replaceAll("-.*", "")
                : CODES.getOrDefault(folded, UNDETERMINED);
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = Stream.of(Locale.getISOLanguages())
                .collect(Collectors.toMap(
                        code -> Locale.of(code)
                                .getDisplayLanguage(Locale.ENGLISH)
                                .toLowerCase(Locale.ROOT),
                        code -> code,
                        (first, second) -> first));
        codes.putAll(
                Map.of("bengali", "bn", "tagalog", "tl", "myanmar", "my", "nynorsk", "nn", "haitian creole", "ht"));
        return codes;
    }
}
