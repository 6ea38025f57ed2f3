package com.eindr.infra.operations;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of the repository, read from a test of this module. */
final class Repository {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private Repository() {}

    static Path file(String path) {
        return ROOT.resolve(path);
    }

    static String text(String path) throws IOException {
        return Files.readString(file(path));
    }

    static Map<String, Object> yaml(String path) throws IOException {
        try (Reader reader = Files.newBufferedReader(file(path))) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
        }
    }

    /** What stands under some keys, one within the other; an empty map where nothing does. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> under(Map<String, Object> node, String... keys) {
        Map<String, Object> found = node;
        for (String key : keys) {
            found = (Map<String, Object>) found.getOrDefault(key, Map.of());
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> items(Map<String, Object> node, String key) {
        return (List<Map<String, Object>>) node.getOrDefault(key, List.of());
    }

    @SuppressWarnings("unchecked")
    static List<String> words(Map<String, Object> node, String key) {
        return (List<String>) node.getOrDefault(key, List.of());
    }
}
