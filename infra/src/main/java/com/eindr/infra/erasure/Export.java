package com.eindr.infra.erasure;

import com.eindr.shared.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that is kept about a person, a line of JSON for each thing: what the read models have, and what the log has of
 * the streams that are the person's alone. Of what they share with others the log may say what is kept from them (that a
 * friend lets them do nothing, say), so of that there is what the read models show.
 *
 * <p>It is read page by page as it is written, each page in a transaction of its own: what is in memory is a page, and
 * somebody who reads slowly holds no connection.
 */
@Component
final class Export {
    private static final int PAGE = 500;

    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate reading;
    private final OwnEvents events;
    private final PersonalTexts texts;
    private final JsonMapper json = new JsonMapper();

    Export(
            NamedParameterJdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            OwnEvents events,
            PersonalTexts texts) {
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.events = events;
        this.texts = texts;
    }

    /** The last line says how many came before it: an export without one is not whole. */
    void write(UserId person, Writer out) {
        Lines lines = new Lines(out);
        for (ExportedKind kind : ExportedKind.ALL) {
            List<Thing> page = page(kind, person, "");
            while (!page.isEmpty()) {
                for (Thing thing : page) {
                    lines.write(opened(kind, person, thing.line()));
                    if (kind.isStream()) {
                        events.of(person, thing.key(), lines::write);
                    }
                }
                page = page(kind, person, page.getLast().key());
            }
        }
        lines.write("{\"kind\":\"end\",\"lines\":" + lines.written + "}");
    }

    /** Words that are sealed in their table take the place of the seal. */
    private String opened(ExportedKind kind, UserId person, String line) {
        String place = kind.place();
        if (place == null) {
            return line;
        }
        ObjectNode thing = (ObjectNode) json.readTree(line);
        String sealed = thing.remove("sealed").asString();
        String words = texts.open(person.value(), place, sealed);
        if (words != null) {
            thing.setAll((ObjectNode) json.readTree(words));
        }
        return json.writeValueAsString(thing);
    }

    private record Thing(String key, String line) {}

    private List<Thing> page(ExportedKind kind, UserId person, String after) {
        Map<String, String> names = Map.of("person", person.value(), "after", after);
        List<Thing> page = reading.execute(transaction -> {
            jdbc.getJdbcOperations().execute("SET LOCAL timezone TO 'UTC'");
            return jdbc.query(kind.page(PAGE), names, (row, index) -> new Thing(row.getString(1), row.getString(2)));
        });
        return page == null ? List.of() : page;
    }

    private static final class Lines {
        private final Writer out;
        private long written;

        private Lines(Writer out) {
            this.out = out;
        }

        private void write(String line) {
            try {
                out.write(line);
                out.write('\n');
                written++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
