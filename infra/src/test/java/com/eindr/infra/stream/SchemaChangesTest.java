package com.eindr.infra.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.note.NoteEvent.NoteDeleted;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What consumers have built on does not break unnoticed. */
class SchemaChangesTest {
    private static final String BEFORE = """
        {"type":"object","required":["at","kind"],"properties":{
         "at":{"type":"string","format":"date-time"},
         "kind":{"type":"string","enum":["ONE","TWO"]},
         "amount":{"type":"object","required":["minor"],"properties":{"minor":{"type":"integer"}}},
         "all":{"type":"array","items":{"type":"string","format":"date"}}}}\
        """;

    @Test
    void nothing_has_changed() {
        assertThat(changed("", "")).isEmpty();
    }

    @Test
    void saying_more_is_no_change_to_anybody() {
        assertThat(changed("\"properties\":{\"at\"", "\"properties\":{\"more\":{\"type\":\"string\"},\"at\""))
                .isEmpty();
        assertThat(changed("[\"ONE\",\"TWO\"]", "[\"ONE\",\"TWO\",\"THREE\"]")).isEmpty();
        assertThat(changed(
                        "\"type\":\"object\",\"required\":[\"at\"",
                        "\"title\":\"T\",\"type\":\"object\",\"required\":[\"at\""))
                .isEmpty();
    }

    @Test
    void a_field_that_is_gone_is_refused() {
        assertThat(changed("\"minor\":{", "\"major\":{")).contains("Paid.1.amount.minor is gone");
    }

    @Test
    void another_type_is_refused_however_deep_it_is() {
        assertThat(changed("\"integer\"", "\"string\""))
                .singleElement()
                .asString()
                .startsWith("Paid.1.amount.minor: type");
        assertThat(changed("\"format\":\"date\"", "\"format\":\"time\""))
                .singleElement()
                .asString()
                .startsWith("Paid.1.all[]: format");
    }

    @Test
    void a_value_that_is_taken_away_is_refused() {
        assertThat(changed("[\"ONE\",\"TWO\"]", "[\"ONE\"]")).containsExactly("Paid.1.kind: TWO is no value any more");
    }

    @Test
    void what_was_always_there_stays_and_what_was_not_is_never_required() {
        assertThat(changed("[\"at\",\"kind\"]", "[\"at\"]")).hasSize(1);
        assertThat(changed("[\"at\",\"kind\"]", "[\"at\",\"kind\",\"all\"]")).hasSize(1);
    }

    @Test
    void a_revision_that_rises_needs_the_older_schema_and_an_upcaster() {
        assertThat(SchemaChanges.inRevisions(Set.of("Paid.1"), Map.of("Paid", 2), (type, from) -> "2"))
                .isEmpty();
        assertThat(SchemaChanges.inRevisions(Set.of("Paid.1"), Map.of("Paid", 2), (type, from) -> "1"))
                .containsExactly("Paid.1 is lifted to 1 and not to 2: an upcaster is missing");
        assertThat(SchemaChanges.inRevisions(Set.of(), Map.of("Paid", 2), (type, from) -> "2"))
                .containsExactly("Paid.1 has no schema any more");
        assertThat(SchemaChanges.inRevisions(Set.of("Paid.2"), Map.of("Paid", 1), (type, from) -> "1"))
                .containsExactly("Paid.2 has a schema, and the code does not know it");
    }

    /** As no upcaster is for it, a sample stays what it is. */
    @Test
    void samples_go_through_the_upcasters_that_there_are() {
        assertThat(Lifting.ofSample(NoteDeleted.class, 1)).isEqualTo("1");
    }

    private static List<String> changed(String from, String to) {
        JsonMapper json = new JsonMapper();
        String before = BEFORE.replaceAll("\\s+", "");
        assertThat(before).contains(from);
        return SchemaChanges.between("Paid.1", json.readTree(before), json.readTree(before.replace(from, to)));
    }
}
