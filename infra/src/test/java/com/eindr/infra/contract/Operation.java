package com.eindr.infra.contract;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * One operation as the description of the API has it.
 *
 * @param method in capitals
 * @param path with its variables in braces
 */
record Operation(String method, String path, JsonNode description) {

    /** A parameter of the path, the query or the headers. */
    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    List<Parameter> parameters() {
        return StreamSupport.stream(description.path("parameters").spliterator(), false)
                .map(node -> new Parameter(
                        node.path("name").asString(),
                        node.path("in").asString(),
                        node.path("required").asBoolean(false),
                        node.path("schema")))
                .toList();
    }

    List<Parameter> parameters(String in) {
        return parameters().stream()
                .filter(parameter -> parameter.in().equals(in))
                .toList();
    }

    /** The schemas of the bodies it takes, by media type; empty where it takes none. */
    Map<String, JsonNode> bodies() {
        Map<String, JsonNode> bodies = new TreeMap<>();
        description
                .path("requestBody")
                .path("content")
                .properties()
                .forEach(entry -> bodies.put(entry.getKey(), entry.getValue().path("schema")));
        return bodies;
    }

    /** What it answers with this status; missing where that is not described. */
    JsonNode response(int status) {
        return description.path("responses").path(Integer.toString(status));
    }

    /** The path up to a variable: where the things stand that the variable names. */
    String collection(String variable) {
        return place(path.substring(0, path.indexOf("/{" + variable + "}")));
    }

    /** The name of the collection that it lists, if it lists one. */
    String collection() {
        return place(path);
    }

    /** Without braces, which have a meaning in calls. */
    private static String place(String path) {
        return path.replace('{', '<').replace('}', '>');
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
