package com.eindr.infra.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Values as a schema describes them. Maps, lists, strings, numbers, booleans and null stand for JSON. */
final class Samples {
    private static final Pattern RANGE_OF_CHARACTERS = Pattern.compile("(\\[[^]]+])\\{(\\d+)(?:,(\\d+))?}");
    private static final Pattern LOCAL = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}");
    private static final int LONGEST_TEXT = 30;
    private static final int MOST_ITEMS = 4;
    private static final List<String> CHARACTERS =
            List.of("abcdeABCDE0123 .,-'<&\"\\%_ÄßéЖ漢語عربى😀".split("(?!\\p{InLow_Surrogates})"));
    private static final List<String> ZONES =
            List.of("Asia/Karachi", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC");

    private final Contract contract;

    Samples(Contract contract) {
        this.contract = contract;
    }

    /** @param name what the value is called, which tells of what kind of thing an id is */
    Arbitrary<@Nullable Object> of(JsonNode described, String name) {
        JsonNode schema = contract.resolved(described);
        for (String choice : List.of("anyOf", "oneOf")) {
            if (schema.has(choice)) {
                List<Arbitrary<@Nullable Object>> choices = StreamSupport.stream(
                                schema.path(choice).spliterator(), false)
                        .map(one -> of(one, name))
                        .toList();
                return Arbitraries.of(choices).flatMap(one -> one);
            }
        }
        List<String> types = Contract.types(schema);
        String type =
                types.stream().filter(one -> !one.equals("null")).findFirst().orElse("null");
        Arbitrary<@Nullable Object> value = ofType(schema, type, name);
        return types.contains("null") ? value.injectNull(0.1) : value;
    }

    private Arbitrary<@Nullable Object> ofType(JsonNode schema, String type, String name) {
        if (schema.has("enum")) {
            return Arbitraries.of(StreamSupport.stream(schema.path("enum").spliterator(), false)
                            .filter(node -> !node.isNull())
                            .map(JsonNode::asString)
                            .toList())
                    .map(text -> text);
        }
        return switch (type) {
            case "object" -> object(schema);
            case "array" -> array(schema, name);
            case "boolean" -> Arbitraries.of(true, false).map(truth -> truth);
            case "integer", "number" ->
                Arbitraries.longs()
                        .between(
                                schema.path("minimum").asLong(0),
                                schema.path("maximum").asLong(20))
                        .map(number -> number);
            case "string" -> string(schema, name).map(text -> text);
            default -> Arbitraries.just(null);
        };
    }

    private Arbitrary<@Nullable Object> object(JsonNode schema) {
        List<String> required = StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
        Arbitrary<Map<String, @Nullable Object>> whole = Arbitraries.just(Map.of());
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String name = property.getKey();
            double absent = required.contains(name) ? 0 : 0.6;
            whole = Combinators.combine(
                            whole, of(property.getValue(), name).map(Tuple::of).optional(1 - absent))
                    .as((fields, value) -> {
                        Map<String, @Nullable Object> more = new LinkedHashMap<>(fields);
                        value.ifPresent(present -> more.put(name, present.get1()));
                        return more;
                    });
        }
        return whole.map(fields -> fields);
    }

    private Arbitrary<@Nullable Object> array(JsonNode schema, String name) {
        int least = schema.path("minItems").asInt(0);
        return of(schema.path("items"), name)
                .list()
                .ofMinSize(least)
                .ofMaxSize(Math.max(
                        least, Math.min(MOST_ITEMS, schema.path("maxItems").asInt(MOST_ITEMS))))
                .map(ArrayList::new);
    }

    private static Arbitrary<String> string(JsonNode schema, String name) {
        String example = schema.path("example").asString("");
        String pattern = schema.path("pattern").asString("");
        String format = schema.path("format").asString("");
        if (name.equals("userId") || name.equals("ids")) {
            return known(name);
        } else if (format.equals("uuid")) {
            return Arbitraries.longs().tuple2().map(bits -> new UUID(bits.get1(), bits.get2()).toString());
        } else if (format.equals("date-time")) {
            return instants().map(Instant::toString);
        } else if (format.equals("duration")) {
            return Arbitraries.longs()
                    .between(60, 600_000)
                    .map(seconds -> Duration.ofSeconds(seconds).toString());
        } else if (!pattern.isEmpty() && example.isEmpty()) {
            return patterned(pattern);
        } else if (LOCAL.matcher(example).matches()) {
            return instants().map(instant -> instant.toString().substring(0, 19));
        } else if (ZONES.contains(example)) {
            return Arbitraries.of(ZONES);
        } else if (!example.isEmpty()) {
            return Arbitraries.frequencyOf(Tuple.of(9, Arbitraries.just(example)), Tuple.of(1, text(schema)));
        }
        return text(schema);
    }

    private static Arbitrary<String> known(String name) {
        return Arbitraries.integers()
                .between(0, 20)
                .map(number -> World.known(name.equals("ids") ? "/api/v1/reminders" : World.USERS, number));
    }

    private static Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(1_900_000_000L, 2_300_000_000L).map(Instant::ofEpochSecond);
    }

    /** What a person might write, in many scripts. */
    private static Arbitrary<String> text(JsonNode schema) {
        int longest = Math.min(LONGEST_TEXT, schema.path("maxLength").asInt(LONGEST_TEXT));
        return Arbitraries.of(CHARACTERS)
                .list()
                .ofMinSize(1)
                .ofMaxSize(longest)
                .map(characters -> String.join("", characters))
                .filter(text -> !text.isBlank());
    }

    private static Arbitrary<String> patterned(String pattern) {
        Matcher matcher = RANGE_OF_CHARACTERS.matcher(pattern);
        if (!matcher.matches()) {
            throw new AssertionError("the description gives no example of " + pattern);
        }
        int least = Integer.parseInt(matcher.group(2));
        int most = matcher.group(3) == null ? least : Math.min(Integer.parseInt(matcher.group(3)), 300);
        Pattern one = Pattern.compile(matcher.group(1));
        StringBuilder alphabet = new StringBuilder();
        for (char character = ' '; character < 0x7F; character++) {
            if (one.matcher(String.valueOf(character)).matches()) {
                alphabet.append(character);
            }
        }
        return Arbitraries.strings().withChars(alphabet).ofMinLength(least).ofMaxLength(Math.max(least, most));
    }
}
