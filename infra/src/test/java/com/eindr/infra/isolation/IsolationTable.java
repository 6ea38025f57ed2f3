package com.eindr.infra.isolation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The tables of docs/isolation.md as one.
 *
 * @param rows by endpoint, such as {@code GET /api/v1/notes/{id}}, in the order of the document
 */
record IsolationTable(Map<String, Map<Onlooker, Expected>> rows) {
    private static final Path DOCUMENT =
            Path.of("").toAbsolutePath().getParent().resolve("docs/isolation.md");

    static IsolationTable read() throws IOException {
        Map<String, Map<Onlooker, Expected>> rows = new LinkedHashMap<>();
        List<Onlooker> columns = List.of();
        for (String line : Files.readAllLines(DOCUMENT)) {
            List<String> cells = cells(line);
            if (!cells.isEmpty() && cells.getFirst().equals("endpoint")) {
                columns = cells.stream().skip(1).map(Onlooker::headed).toList();
            } else if (!cells.isEmpty() && cells.getFirst().matches("`[A-Z]+ /.*`")) {
                String endpoint = cells.getFirst().replace("`", "");
                if (rows.put(endpoint, row(endpoint, columns, cells)) != null) {
                    throw new AssertionError("docs/isolation.md has two rows for " + endpoint);
                }
            }
        }
        return new IsolationTable(rows);
    }

    private static Map<Onlooker, Expected> row(String endpoint, List<Onlooker> columns, List<String> cells) {
        if (columns.size() != Onlooker.values().length || cells.size() != columns.size() + 1) {
            throw new AssertionError("docs/isolation.md says nothing about some callers of " + endpoint);
        }
        Map<Onlooker, Expected> row = new EnumMap<>(Onlooker.class);
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), Expected.read(cells.get(i + 1)));
        }
        return row;
    }

    private static List<String> cells(String line) {
        if (!line.startsWith("|")) {
            return List.of();
        }
        List<String> cells = new ArrayList<>(
                Stream.of(line.split("\\|", -1)).map(String::strip).toList());
        return cells.subList(1, cells.size() - 1);
    }
}
