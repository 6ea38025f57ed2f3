package com.eindr.infra.operations;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The requests of a {@code .http} file, as far as ours go. */
final class RequestFile {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{(.+?)}}");
    private static final Pattern MOMENT = Pattern.compile("\\$datetime '.*?' (\\d+) s");
    private static final Pattern STATUS = Pattern.compile("# (\\d{3})");

    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<Request> requests = new ArrayList<>();

    /**
     * A request as it is written, variables and all.
     *
     * @param name by which later requests refer to its answer; empty where none does
     * @param until what the answer must have before it counts, as a path into the body; empty for anything
     */
    record Request(
            String title,
            String name,
            String until,
            int status,
            String method,
            String url,
            Map<String, String> headers,
            String body) {
        @Override
        public String toString() {
            return title;
        }
    }

    /** Gives the value of {@code name.response.body.path} or {@code name.response.headers.Header}. */
    @FunctionalInterface
    interface Answers {
        String value(String expression);
    }

    private RequestFile() {}

    static RequestFile read(String path) throws IOException {
        RequestFile file = new RequestFile();
        String[] blocks = Repository.text(path).split("(?m)^### ", -1);
        blocks[0].lines().filter(line -> line.startsWith("@")).forEach(line -> {
            String[] variable = line.substring(1).split(" = ", 2);
            file.variables.put(variable[0], variable[1]);
        });
        for (int i = 1; i < blocks.length; i++) {
            file.requests.add(parse(blocks[i]));
        }
        return file;
    }

    List<Request> requests() {
        return requests;
    }

    /** @param host instead of the one that the file names */
    void sendTo(String host) {
        variables.put("host", host);
    }

    /** The text with every variable replaced by what it stands for now. */
    String fill(String text, Clock clock, Answers answers) {
        return VARIABLE.matcher(text)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(value(found.group(1), clock, answers)));
    }

    private String value(String expression, Clock clock, Answers answers) {
        @Nullable String variable = variables.get(expression);
        if (variable != null) {
            return fill(variable, clock, answers);
        }
        if (expression.equals("$guid")) {
            return UUID.randomUUID().toString();
        }
        var moment = MOMENT.matcher(expression);
        if (moment.matches()) {
            return LocalDateTime.now(clock.withZone(ZoneOffset.UTC))
                    .plusSeconds(Long.parseLong(moment.group(1)))
                    .truncatedTo(ChronoUnit.SECONDS)
                    .format(DateTimeFormatter.ISO_LOCAL_DATE_TIME);
        }
        return answers.value(expression);
    }

    private static Request parse(String block) {
        List<String> lines = block.lines().toList();
        String name = directive(lines, "# @name ").orElse("");
        String until = directive(lines, "# @until ").orElse("");
        int status = lines.stream()
                .map(STATUS::matcher)
                .filter(java.util.regex.Matcher::matches)
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("which status? " + block));
        int at = 1;
        while (lines.get(at).startsWith("#")) {
            at++;
        }
        String[] first = lines.get(at++).split(" ", 2);
        Map<String, String> headers = new LinkedHashMap<>();
        while (at < lines.size() && !lines.get(at).isBlank()) {
            String[] header = lines.get(at++).split(": ", 2);
            headers.put(header[0], header[1]);
        }
        String body = String.join("\n", lines.subList(Math.min(at, lines.size()), lines.size()))
                .strip();
        if (headers.getOrDefault("Content-Type", "").startsWith("multipart/")) {
            // The lines between its parts end so; editors send them so.
            body = body.replace("\n", "\r\n") + "\r\n";
        }
        return new Request(lines.getFirst(), name, until, status, first[0], first[1], headers, body);
    }

    private static Optional<String> directive(List<String> lines, String prefix) {
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .findFirst();
    }
}
