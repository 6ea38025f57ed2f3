package com.eindr.infra.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** What nobody should send, and somebody will. */
final class Oddities {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\u0001\u001f\u007f",
            "\r\nSet-Cookie: a=b",
            "\ud800",
            "x\udfff\ud83d",
            "\u202eredro\u202c",
            "\u2066\u200f\u200b\ufeff",
            "e\u0301\u0323".repeat(20),
            "\ufffe\uffff",
            "👩‍👩‍👧‍👦",
            "'; DROP TABLE reminders; --",
            "%",
            "_",
            "\\",
            "${7*7}",
            "{{7*7}}",
            "<script>",
            "../../etc/passwd",
            "null",
            "undefined",
            "NaN",
            "-0",
            "1e400",
            "９",
            "٣",
            "0x10",
            "true",
            "[]",
            "{}",
            "+00:00",
            "9999999999999999999",
            "-9223372036854775809",
            "0000-00-00",
            "10000-01-01T00:00:00",
            "-999999999-01-01T00:00:00Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "2026-02-30T10:00:00Z",
            "2026-12-01T24:00:00Z",
            "2026-12-01T09:00:60Z",
            "2026-12-01T09:00:00+19:00",
            "1582-10-10",
            "PT-5M",
            "P999999999Y",
            "PT0S",
            "P1DT",
            "PT9223372036854775807S",
            "FREQ=YEARLY;INTERVAL=2147483647",
            "FREQ=DAILY;COUNT=-1",
            "FREQ=MONTHLY;BYSETPOS=0;BYDAY=99MO",
            "FREQ=SECONDLY;INTERVAL=0",
            "Mars/Olympus",
            "GMT+25",
            "../UTC",
            "en-",
            "x-klingon-" + "a".repeat(60),
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "{00000000-0000-0000-0000-000000000000}",
            "*",
            "\"1\"",
            "a".repeat(201),
            "a".repeat(70_000),
            "漢".repeat(10_001));

    /** As they stand in a path or a query. */
    private static final List<String> ENCODED = List.of(
            "%00",
            "%2F",
            "%2e%2e",
            "%ff",
            "%C0%AF",
            "%ED%A0%80",
            "%0d%0a",
            ";a=b",
            "%3B",
            "%25",
            "%5C",
            "+",
            "&&",
            "=",
            "a".repeat(3000));

    private static final List<Object> VALUES = List.of(
            0,
            -1,
            1.5,
            Long.MAX_VALUE,
            new java.math.BigInteger("9".repeat(60)),
            new java.math.BigDecimal("1e-300"),
            new java.math.BigDecimal("1E+999999"),
            true,
            false,
            List.of(),
            List.of(List.of(List.of())),
            Map.of(),
            Map.of("a", Map.of("b", 1)));

    private static final List<String> BODIES = List.of(
            "",
            " ",
            "{",
            "}",
            "[]",
            "[{}]",
            "null",
            "true",
            "0",
            "\"text\"",
            "{}",
            "{}{}",
            "{\"a\":}",
            "{\"a\":1,}",
            "{\"title\":\"a\",\"title\":\"b\"}",
            "{'a':1}",
            "{\"a\":NaN}",
            "{\"a\":1e999999999}",
            "\ufeff{}",
            "\u0000",
            "{\"\":\"\"}",
            "[".repeat(5000),
            "{\"a\":".repeat(500),
            "<a/>",
            "a=b&c=d",
            "{\"title\":\"\\ud800\"}",
            "{\"\\u0000\":1}");

    private static final List<String> MEDIA_TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/json;charset=utf-16",
            "application/json;charset=nonsense",
            "application/merge-patch+json",
            "application/json",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "application/x-www-form-urlencoded",
            "garbage",
            "*/*",
            "application/json;",
            "application/*");

    private static final Map<String, List<String>> HEADERS = Map.of(
            "If-Match",
                    List.of(
                            "*",
                            "\"1\"",
                            "\"0\"",
                            "1",
                            "W/\"1\"",
                            "\"1\", \"2\"",
                            "\"",
                            "\"99999999999999999999\"",
                            "\"a\"",
                            ","),
            "Idempotency-Key", List.of("k", "", " ", "a b", "é", "k".repeat(255), "k".repeat(256), "k".repeat(6000)),
            "Consistent-With",
                    List.of("", "0", "rubbish", "-1", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "é", "a".repeat(6000)),
            "Last-Event-ID", List.of("", "0", "-1", "99999999999999999999", "999999999999999999", "1 2", "é"),
            "Range", List.of("bytes=0-1", "bytes=-1", "rows=1-", "bytes=9-1,0-"),
            "Accept",
                    List.of(
                            "*/*",
                            "text/csv",
                            "application/xml",
                            "garbage",
                            "application/json;q=0",
                            "text/event-stream",
                            "",
                            "a/b;q=x"),
            "Accept-Language", List.of("*", "x".repeat(5000), "de;q=9", "zz-ZZ"),
            "X-Correlation-Id", List.of("a", "a b", "<x>", "é", "a".repeat(100)),
            "If-None-Match", List.of("*", "\"1\"", "W/\"x\"", "rubbish"),
            "If-Modified-Since", List.of("Thu, 01 Jan 1970 00:00:00 GMT", "rubbish"));

    /** Changes a call into one that is odd in one way. */
    interface Oddity {
        Call applied(Call call);
    }

    private Oddities() {}

    static Arbitrary<Oddity> of(Operation operation) {
        List<Arbitrary<Oddity>> kinds = new ArrayList<>();
        kinds.add(headers());
        kinds.add(Combinators.combine(Arbitraries.of("limit", "cursor", "unknown", "from"), encoded())
                .as((name, value) -> call -> call.withQuery(name, value)));
        for (Operation.Parameter parameter : operation.parameters("path")) {
            kinds.add(encoded()
                    .filter(value -> !value.isEmpty() && !value.startsWith("&"))
                    .map(value -> call -> call.withVariable(parameter.name(), value)));
        }
        for (Operation.Parameter parameter : operation.parameters("query")) {
            kinds.add(encoded().map(value -> call -> call.withQuery(parameter.name(), value)));
        }
        if (!operation.bodies().isEmpty()) {
            kinds.add(Arbitraries.of(BODIES).map(body -> call -> call.withBody(body)));
            kinds.add(Arbitraries.of(MEDIA_TYPES)
                    .map(type -> call -> call.withoutHeader("Content-Type").withHeader("Content-Type", type)));
            kinds.add(Arbitraries.just(call -> call.withoutHeader("Content-Type")));
        }
        return Arbitraries.of(kinds).flatMap(kind -> kind);
    }

    /** A value of JSON with something else somewhere inside. */
    static Arbitrary<@Nullable Object> inside(@Nullable Object valid) {
        Arbitrary<@Nullable Object> replaced = values();
        return switch (valid) {
            case Map<?, ?> fields
            when !fields.isEmpty() ->
                Combinators.combine(
                                Arbitraries.of(List.copyOf(fields.keySet())),
                                Arbitraries.of("replace", "replace", "replace", "remove", "add", "descend"))
                        .as((name, deed) -> changed(fields, String.valueOf(name), deed))
                        .flatMap(changed -> changed);
            case List<?> items
            when !items.isEmpty() ->
                inside(items.getFirst()).map(first -> {
                    List<@Nullable Object> others = new ArrayList<>(items);
                    others.set(0, first);
                    return others;
                });
            case null, default -> replaced;
        };
    }

    private static Arbitrary<@Nullable Object> changed(Map<?, ?> fields, String name, String deed) {
        Map<String, @Nullable Object> others = new LinkedHashMap<>();
        fields.forEach((key, value) -> others.put(String.valueOf(key), value));
        return switch (deed) {
            case "remove" -> {
                others.remove(name);
                yield Arbitraries.just(others);
            }
            case "add" ->
                values().map(value -> {
                    others.put("unknown" + others.size(), value);
                    return others;
                });
            case "descend" -> inside(fields.get(name)).map(value -> with(others, name, value));
            default -> values().map(value -> with(others, name, value));
        };
    }

    private static Object with(Map<String, @Nullable Object> fields, String name, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    private static Arbitrary<@Nullable Object> values() {
        List<@Nullable Object> all = new ArrayList<>(TEXTS);
        all.addAll(TEXTS);
        all.addAll(VALUES);
        all.add(null);
        return Arbitraries.of(all);
    }

    private static Arbitrary<Oddity> headers() {
        return Arbitraries.of(HEADERS.keySet().stream().sorted().toList())
                .flatMap(name -> Arbitraries.of(HEADERS.getOrDefault(name, List.of()))
                        .map(value -> call -> call.withHeader(name, value)));
    }

    private static Arbitrary<String> encoded() {
        List<String> all = new ArrayList<>(ENCODED);
        TEXTS.stream().filter(text -> text.length() < 5000).map(Call::encoded).forEach(all::add);
        return Arbitraries.of(all);
    }
}
