package com.eindr.infra.contract;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API: what there is to ask for, and what may be answered. */
final class Contract {
    static final String PROBLEM = "application/problem+json";
    static final String PROBLEM_TYPES = "https://eindr.app/problems/";

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();
    private final JsonNode document;
    private final JsonNode closed;

    Contract(JsonNode document) {
        this.document = document;
        this.closed = closed(document.path("components"));
    }

    /** Everything that is described, in a constant order. */
    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.add(new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))));
        operations.sort(java.util.Comparator.comparing(Operation::toString));
        return operations;
    }

    /** A schema itself, where it may be a reference to one. */
    JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : resolved(document.at(reference.substring(1)));
    }

    /** What is wrong with an answer; empty if it is as described. */
    List<String> faults(Operation operation, int status, String mediaType, String body) {
        JsonNode described = operation.response(status);
        if (described.isMissingNode()) {
            return List.of("status " + status + " is not described");
        }
        JsonNode content = described.path("content");
        if (content.isEmpty()) {
            return body.isEmpty() ? List.of() : List.of("a body is not described");
        }
        if (status >= 400 && !mediaType.equals(PROBLEM)) {
            return List.of("an error is no problem document but " + mediaType);
        }
        JsonNode type = content.path(mediaType);
        if (type.isMissingNode()) {
            return List.of("media type " + mediaType + " is not described");
        }
        return mediaType.matches(".*[/+]json")
                ? schemaFaults(operation + " " + status + " " + mediaType, type.path("schema"), body)
                : List.of();
    }

    private List<String> schemaFaults(String key, JsonNode schema, String body) {
        Schema compiled = schemas.computeIfAbsent(key, _ -> compile(schema));
        return compiled.validate(body, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private Schema compile(JsonNode schema) {
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        whole.set("components", closed);
        return registry.getSchema(whole);
    }

    /** The same schemas, which now refuse fields they do not describe; problem documents may have members of their own. */
    private static JsonNode closed(JsonNode components) {
        JsonNode copy = components.deepCopy();
        copy.path("schemas").properties().forEach(entry -> {
            if (!entry.getKey().equals("Problem")
                    && entry.getValue() instanceof ObjectNode schema
                    && schema.has("properties")
                    && !schema.has("additionalProperties")) {
                schema.put("additionalProperties", false);
            }
        });
        return copy;
    }

    /** What every problem document says, whatever the schema demands of it. */
    static List<String> problemFaults(int status, String body) {
        JsonNode problem = JsonMapper.shared().readTree(body);
        List<String> faults = new ArrayList<>();
        if (!problem.path("type").asString("").startsWith(PROBLEM_TYPES)) {
            faults.add("type is " + problem.path("type"));
        }
        if (problem.path("status").asInt(0) != status) {
            faults.add("status is " + problem.path("status"));
        }
        for (String member : List.of("title", "detail", "instance")) {
            if (problem.path(member).asString("").isEmpty()) {
                faults.add(member + " is missing");
            }
        }
        return faults;
    }

    /** Numbers, strings, booleans or nothing: what an array of a schema's types says. */
    static List<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? StreamSupport.stream(type.spliterator(), false)
                        .map(JsonNode::asString)
                        .toList()
                : List.of(type.asString(""));
    }
}
