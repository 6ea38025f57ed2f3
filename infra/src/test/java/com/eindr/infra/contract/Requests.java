package com.eindr.infra.contract;

import com.eindr.infra.contract.Oddities.Oddity;
import com.eindr.infra.contract.Operation.Parameter;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests to an operation: some as its description wants them, others odd in one way or two. */
final class Requests {
    /** Escapes what is not ASCII, without which halves of surrogate pairs could not be sent. */
    private static final JsonMapper ESCAPING =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final String FORM = "multipart/form-data";
    private static final String BOUNDARY = "part";
    private static final int MANY = 1000;

    private final Samples samples;

    Requests(Contract contract) {
        this.samples = new Samples(contract);
    }

    Arbitrary<Call> of(Operation operation) {
        Arbitrary<List<Oddity>> oddities = Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(List.of())),
                Tuple.of(5, Oddities.of(operation).list().ofSize(1)),
                Tuple.of(1, Oddities.of(operation).list().ofSize(2)));
        return Combinators.combine(valid(operation), oddities).as((call, odd) -> {
            Call changed = call;
            for (Oddity oddity : odd) {
                changed = oddity.applied(changed);
            }
            return changed;
        });
    }

    private Arbitrary<Call> valid(Operation operation) {
        Arbitrary<Call> call = Arbitraries.frequencyOf(
                        Tuple.of(8, Arbitraries.just(World.OWNER)), Tuple.of(2, Arbitraries.of(World.OTHERS)))
                .map(caller -> new Call(operation, caller, Map.of(), List.of(), List.of(), null));
        for (Parameter parameter : operation.parameters()) {
            call = Combinators.combine(call, value(operation, parameter).optional(likelihood(parameter)))
                    .as((bare, value) ->
                            value.map(given -> with(bare, parameter, given)).orElse(bare));
        }
        List<Map.Entry<String, JsonNode>> bodies =
                List.copyOf(operation.bodies().entrySet());
        if (bodies.isEmpty()) {
            return call;
        }
        Arbitrary<Call> bare = call;
        return Arbitraries.of(bodies)
                .flatMap(body -> body.getKey().equals(FORM)
                        ? Combinators.combine(bare, samples.of(body.getValue(), "body"))
                                .as((one, parts) -> one.withBody(form(parts))
                                        .withHeader("Content-Type", FORM + "; boundary=" + BOUNDARY))
                        : Combinators.combine(bare, body(body.getValue()))
                                .as((one, text) -> one.withBody(text).withHeader("Content-Type", body.getKey())));
    }

    /** Every part a text, with the name of a file where the description wants bytes. */
    private static String form(@Nullable Object parts) {
        StringBuilder body = new StringBuilder();
        if (parts instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> body.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
                    .append(name)
                    .append(name.equals("audio") ? "\"; filename=\"a.wav\"" : "\"")
                    .append("\r\n\r\n")
                    .append(value)
                    .append("\r\n"));
        }
        return body.append("--" + BOUNDARY + "--\r\n").toString();
    }

    private static double likelihood(Parameter parameter) {
        return parameter.required() ? 1 : parameter.in().equals("header") ? 0.15 : 0.4;
    }

    private static Call with(Call call, Parameter parameter, String value) {
        return switch (parameter.in()) {
            case "path" -> call.withVariable(parameter.name(), value);
            case "query" -> call.withQuery(parameter.name(), value);
            default -> call.withHeader(parameter.name(), value);
        };
    }

    private Arbitrary<String> value(Operation operation, Parameter parameter) {
        return switch (parameter.name()) {
            case "If-Match" -> Arbitraries.integers().between(1, 4).map(version -> "\"" + version + "\"");
            case "Idempotency-Key" -> Arbitraries.integers().between(0, MANY).map(number -> "key-" + number);
            case "Consistent-With" -> known(World.WRITES);
            case "Last-Event-ID" -> Arbitraries.integers().between(0, MANY).map(String::valueOf);
            case "cursor" -> known(operation.collection() + "?cursor");
            default ->
                parameter.in().equals("path")
                        ? variable(operation, parameter)
                        : samples.of(parameter.schema(), parameter.name())
                                .map(String::valueOf)
                                .map(Call::encoded);
        };
    }

    private static Arbitrary<String> variable(Operation operation, Parameter parameter) {
        return Arbitraries.frequencyOf(
                Tuple.of(12, known(operation.collection(parameter.name()))),
                Tuple.of(1, known(World.USERS)),
                Tuple.of(1, Arbitraries.longs().map(bits -> new UUID(bits, bits).toString())));
    }

    private static Arbitrary<String> known(String collection) {
        return Arbitraries.integers().between(0, MANY).map(number -> World.known(collection, number));
    }

    private Arbitrary<@Nullable String> body(JsonNode schema) {
        Arbitrary<@Nullable Object> valid = samples.of(schema, "body");
        return Arbitraries.frequencyOf(Tuple.of(2, valid), Tuple.of(1, valid.flatMap(Oddities::inside)))
                .map(value -> ESCAPING.writeValueAsString(value));
    }
}
