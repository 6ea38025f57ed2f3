package com.eindr.infra.stream;

import com.eindr.infra.stream.Shape.Field;
import com.eindr.infra.stream.Shape.Manner;
import com.eindr.infra.stream.Shape.Parts;
import com.eindr.infra.stream.Shape.Several;
import com.eindr.infra.stream.Shape.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schemas as the code would have them, beside the files as they are. */
public final class StreamSchemas {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Map<String, Integer> revisions = new TreeMap<>();
    private final Map<String, Class<?>> classes = new TreeMap<>();
    private final Map<String, ObjectNode> wanted = new TreeMap<>();

    /** @param root of the repository */
    public StreamSchemas(Path root) {
        this.folder = root.resolve("infra/src/main/resources/schemas");
    }

    /** @param sentence what it means that it happened */
    public void describe(Class<?> event, int revision, String sentence) {
        String type = event.getSimpleName();
        revisions.put(type, revision);
        classes.put(type, event);
        ObjectNode schema = JSON.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "https://eindr.app/events/" + type + "/" + revision)
                .put("title", type)
                .put("description", sentence);
        schema.setAll(parts(Shape.of(event)));
        wanted.put(type + "." + revision, schema);
    }

    /** What consumers of the files as they are could not bear. */
    public List<String> faults() throws IOException {
        Map<String, JsonNode> kept = kept();
        List<String> faults = new ArrayList<>(SchemaChanges.inRevisions(kept.keySet(), revisions, this::lifted));
        wanted.forEach((name, schema) -> {
            JsonNode before = kept.get(name);
            if (before != null) {
                faults.addAll(SchemaChanges.between(name, before, schema));
            }
        });
        return faults;
    }

    /** The names of the files that do not say what the code says. */
    public List<String> outdated() throws IOException {
        Map<String, JsonNode> kept = kept();
        return wanted.entrySet().stream()
                .filter(schema -> !schema.getValue().equals(kept.get(schema.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    public void write() throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, ObjectNode> schema : wanted.entrySet()) {
            Files.writeString(
                    folder.resolve(schema.getKey() + ".json"),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema.getValue()) + "\n");
        }
    }

    private String lifted(String type, int revision) {
        return Lifting.ofSample(classes.get(type), revision);
    }

    private Map<String, JsonNode> kept() throws IOException {
        Map<String, JsonNode> kept = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                kept.put(
                        file.getFileName().toString().replaceFirst("\\.json$", ""),
                        JSON.readTree(Files.readString(file)));
            }
        }
        return kept;
    }

    private static ObjectNode parts(Parts parts) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.createArrayNode();
        parts.fields().forEach((name, field) -> {
            properties.set(name, schema(field.shape()));
            if (isAlwaysThere(field)) {
                required.add(name);
            }
        });
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema;
    }

    /** What is shown in part is left out where it is not what it should be. */
    private static boolean isAlwaysThere(Field field) {
        return !field.optional()
                && !(field.shape() instanceof Value value
                        && value.manner() != Manner.AS_IS
                        && value.manner() != Manner.PSEUDONYM);
    }

    private static ObjectNode schema(Shape shape) {
        return switch (shape) {
            case Parts parts -> parts(parts);
            case Several several -> {
                ObjectNode array = JSON.createObjectNode().put("type", "array");
                array.set("items", schema(several.each()));
                yield array;
            }
            case Value value -> value(value);
        };
    }

    private static ObjectNode value(Value value) {
        ObjectNode text = JSON.createObjectNode().put("type", "string");
        return switch (value.manner()) {
            case AS_IS -> asIs(value.type());
            case PSEUDONYM -> text.put("description", pseudonym(value.type())).put("pattern", Pseudonyms.PATTERN);
            case LANGUAGE -> text.put("description", "A language, of ISO 639").put("pattern", "^[A-Za-z]{2,3}$");
            case FREQUENCY -> text.put("description", "FREQ of RFC 5545").put("pattern", "^[A-Z]+$");
            case OCCURRENCE -> text.put("description", "The original start: local time, day, or moment");
        };
    }

    private static String pseudonym(Class<?> type) {
        String name = type.getSimpleName().replaceFirst("Id$", "");
        return type.isRecord()
                ? "A pseudonym: " + name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT)
                : "A pseudonym";
    }

    private static ObjectNode asIs(Class<?> type) {
        Map<Class<?>, String> formats = new LinkedHashMap<>(
                Map.of(Instant.class, "date-time", LocalDate.class, "date", Duration.class, "duration"));
        Map<Class<?>, String> patterns = Map.of(
                LocalDateTime.class, "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+$",
                LocalTime.class, "^[0-9]{2}:[0-9:.]+$",
                YearMonth.class, "^[0-9]{4}-[0-9]{2}$",
                Currency.class, "^[A-Z]{3}$");
        ObjectNode schema = JSON.createObjectNode();
        if (type == boolean.class || type == Boolean.class) {
            return schema.put("type", "boolean");
        } else if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return schema.put("type", "integer");
        }
        schema.put("type", "string");
        if (type.isEnum()) {
            ArrayNode constants = schema.putArray("enum");
            for (Object constant : type.getEnumConstants()) {
                constants.add(((Enum<?>) constant).name());
            }
        } else if (formats.containsKey(type)) {
            schema.put("format", formats.get(type));
        } else if (patterns.containsKey(type)) {
            schema.put("pattern", patterns.get(type));
        }
        return schema;
    }
}
