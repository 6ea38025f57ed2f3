package com.eindr.infra.axon;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.stream.StreamSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/events.md} says what the code says: every event in the sentence of its Javadoc. With
 * {@code -Deindr.docs=write} the test writes the file instead of comparing it.
 */
class EventsDocumentTest {
    private static final Pattern DOCUMENTED = Pattern.compile(
            "/\\*\\*(?<text>(?:(?!\\*/).)*)\\*/\\s*(?:@Revision\\(\"\\d+\"\\)\\s*)?(?:public )?"
                    + "(?:sealed )?(?<kind>interface|record) (?<name>\\w+)",
            Pattern.DOTALL);

    @Test
    void docs_events_md_lists_every_event_in_the_words_of_the_code() throws IOException {
        Path document = root().resolve("docs/events.md");
        String wanted = document();
        if ("write".equals(System.getProperty("eindr.docs"))) {
            Files.writeString(document, wanted);
        }
        assertThat(Files.readString(document)).isEqualTo(wanted);
    }

    /** What analysts are shown of each event; {@code docs/analytics.md} says what may change. */
    @Test
    void the_schemas_of_the_stream_are_those_of_the_code() throws IOException {
        StreamSchemas schemas = new StreamSchemas(root());
        for (Class<?> event : Catalogue.events()) {
            Class<?> catalogue = Objects.requireNonNull(event.getDeclaringClass());
            String sentence = Objects.requireNonNull(sentences(catalogue).get(event.getSimpleName()));
            schemas.describe(event, Catalogue.revision(event), sentence.replaceAll(" ?@param .*", ""));
        }
        assertThat(schemas.faults())
                .as("a consumer could no longer read the stream; make it a new revision, with an upcaster")
                .isEmpty();
        if ("write".equals(System.getProperty("eindr.docs"))) {
            schemas.write();
        }
        assertThat(schemas.outdated()).as("run this with -Deindr.docs=write").isEmpty();
    }

    private static String document() throws IOException {
        Map<String, List<Class<?>>> catalogues = new TreeMap<>();
        for (Class<?> event : Catalogue.events()) {
            Class<?> catalogue = Objects.requireNonNull(event.getDeclaringClass());
            catalogues.computeIfAbsent(catalogue.getName(), name -> List.of(catalogue));
        }
        StringBuilder document =
                new StringBuilder("# Events\n\nEverything that is ever recorded, in the words of the code;"
                        + " written by `EventsDocumentTest`. The stored form of\neach is approved in"
                        + " `infra/src/test/resources/events`.\n");
        for (List<Class<?>> catalogue : catalogues.values()) {
            describe(catalogue.getFirst(), document);
        }
        return document.toString();
    }

    private static void describe(Class<?> catalogue, StringBuilder document) throws IOException {
        Map<String, String> sentences = sentences(catalogue);
        document.append("\n## ")
                .append(catalogue.getSimpleName())
                .append("\n\n")
                .append(sentences.get(catalogue.getSimpleName()))
                .append("\n\n| event | revision | |\n|---|---|---|\n");
        Catalogue.events().stream()
                .filter(event -> event.getDeclaringClass() == catalogue)
                .forEach(event -> document.append("| `")
                        .append(event.getSimpleName())
                        .append("` | ")
                        .append(Catalogue.revision(event))
                        .append(" | ")
                        .append(Objects.requireNonNull(sentences.get(event.getSimpleName()), event + " has no Javadoc"))
                        .append(" |\n"));
    }

    private static Map<String, String> sentences(Class<?> catalogue) throws IOException {
        String source = Files.readString(root().resolve("shared-kernel/src/main/java")
                .resolve(catalogue.getName().replace('.', '/') + ".java"));
        Map<String, String> sentences = new LinkedHashMap<>();
        Matcher matcher = DOCUMENTED.matcher(source);
        while (matcher.find()) {
            sentences.put(matcher.group("name"), plain(matcher.group("text")));
        }
        return sentences;
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("(?m)^\\s*\\*", " ")
                .replaceAll("\\{@linkplain \\S+ ([^}]*)}", "$1")
                .replaceAll("\\{@link #?([^}]*)}", "`$1`")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("shared-kernel"))) {
            folder = Objects.requireNonNull(folder.getParent(), "not inside the repository");
        }
        return folder;
    }
}
