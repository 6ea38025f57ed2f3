package com.eindr.infra.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The schemas of everything that the stream can contain, of all revisions there have been; files in the repository. */
@Component
public class SchemaFiles {
    private final Map<Name, String> schemas;

    SchemaFiles() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:/schemas/*.json");
        this.schemas =
                List.of(files).stream().collect(Collectors.toUnmodifiableMap(SchemaFiles::name, SchemaFiles::text));
    }

    /** @param revision counted from 1 */
    record Name(String type, int revision) {}

    /** Where the schema of an event's data is to be had. */
    static String address(String type, String revision) {
        return StreamController.SCHEMAS + "/" + type + "/" + revision;
    }

    /** By type, and then by revision. */
    List<Name> names() {
        List<Name> names = new ArrayList<>(schemas.keySet());
        names.sort(Comparator.comparing(Name::type).thenComparingInt(Name::revision));
        return names;
    }

    /** The names of all types of events that there are or were. */
    public Set<String> types() {
        return schemas.keySet().stream().map(Name::type).collect(Collectors.toUnmodifiableSet());
    }

    /** JSON Schema, draft 2020-12. */
    Optional<String> find(String type, int revision) {
        return Optional.ofNullable(schemas.get(new Name(type, revision)));
    }

    private static Name name(Resource file) {
        String[] parts = Objects.requireNonNull(file.getFilename()).split("\\.", -1);
        return new Name(parts[0], Integer.parseInt(parts[1]));
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
