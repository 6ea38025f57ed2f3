package com.eindr.infra.contract;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One request, with {@link World#known placeholders} where it names what exists only when it is sent.
 *
 * @param variables of the path, by name, percent-encoded
 * @param query names and values, percent-encoded
 * @param body null for none
 */
record Call(
        Operation operation,
        String caller,
        Map<String, String> variables,
        List<Pair> query,
        List<Pair> headers,
        @Nullable String body) {

    /** A name and its value. */
    record Pair(String name, String value) {}

    Call as(String other) {
        return new Call(operation, other, variables, query, headers, body);
    }

    Call withVariable(String name, String encoded) {
        Map<String, String> changed = new TreeMap<>(variables);
        changed.put(name, encoded);
        return new Call(operation, caller, changed, query, headers, body);
    }

    Call withQuery(String name, String encoded) {
        return new Call(operation, caller, variables, with(query, name, encoded), headers, body);
    }

    Call withHeader(String name, String value) {
        return new Call(operation, caller, variables, query, with(headers, name, value), body);
    }

    Call withoutHeader(String name) {
        List<Pair> left = headers.stream()
                .filter(pair -> !pair.name().equalsIgnoreCase(name))
                .toList();
        return new Call(operation, caller, variables, query, left, body);
    }

    Call withBody(@Nullable String other) {
        return new Call(operation, caller, variables, query, headers, other);
    }

    /** Everything that is text in it, changed in the same way; what stands in a path is encoded besides. */
    Call map(UnaryOperator<String> change) {
        Map<String, String> changed = new TreeMap<>(variables);
        changed.replaceAll((name, value) -> {
            String filled = change.apply(value);
            return filled.equals(value) ? value : encoded(filled);
        });
        return new Call(
                operation,
                change.apply(caller),
                changed,
                map(query, change),
                map(headers, change),
                body == null ? null : change.apply(body));
    }

    /** The path and the query as they are sent. */
    String target() {
        String path = operation.path();
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            path = path.replace("{" + variable.getKey() + "}", variable.getValue());
        }
        return query.isEmpty()
                ? path
                : path
                        + query.stream()
                                .map(pair -> pair.name() + "=" + pair.value())
                                .collect(Collectors.joining("&", "?", ""));
    }

    /** The same for a shell. */
    String curl(String base) {
        StringBuilder line = new StringBuilder("curl -i -X " + operation.method() + " " + quoted(base + target()));
        if (!caller.isEmpty()) {
            line.append(" -H \"Authorization: Bearer <token of ").append(caller).append(">\"");
        }
        headers.forEach(pair -> line.append(" -H ").append(quoted(pair.name() + ": " + pair.value())));
        if (body != null) {
            line.append(" --data-binary ").append(quoted(body));
        }
        return line.toString();
    }

    /** For a path or a query; what no encoding of Unicode can say is sent as the bytes that it would have. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static List<Pair> with(List<Pair> pairs, String name, String value) {
        List<Pair> more = new ArrayList<>(pairs);
        more.add(new Pair(name, value));
        return more;
    }

    private static List<Pair> map(List<Pair> pairs, UnaryOperator<String> change) {
        return pairs.stream()
                .map(pair -> new Pair(pair.name(), change.apply(pair.value())))
                .toList();
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
