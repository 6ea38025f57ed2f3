package com.eindr.infra.erasure;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.testing.EindrTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whoever makes a table has to say here, and in decision 0111, what becomes of it when a person leaves, and to add it to what
 * a person takes with them, or to say why not.
 */
@EindrTest
class EveryTableTest {
    private static final Path DECISION =
            Path.of("").toAbsolutePath().getParent().resolve("docs/decisions/0111-leaving-takes-three-steps.md");

    /** The person's rows, or their words in others' rows, are removed by the read model when the certificate comes. */
    private static final Set<String> ERASED_AT_THE_CERTIFICATE = Set.of(
            "account",
            "account_device",
            "allowance",
            "consent",
            "contact",
            "debt",
            "debt_move",
            "friend_name",
            "invitation",
            "ledger_balance",
            "ledger_entry",
            "habit",
            "habit_evidence",
            "habit_person",
            "meaning",
            "note",
            "notification",
            "proposal",
            "relation",
            "reminder",
            "reminder_history",
            "reminder_occurrence",
            "searched_text",
            "settlement",
            "voice_history",
            "voice_turn");

    /** Removed by {@link Departures}. */
    private static final Set<String> REMOVED_AS_COPIES = Set.of(
            "append_intention",
            "contact_asked",
            "contact_match",
            "dead_letter_entry",
            "idempotency_key",
            "kept_selection",
            "push_outbox");

    /** What is personal there is encrypted under the person's key. */
    private static final Set<String> SEALED =
            Set.of("dead_letter_entry", "domain_event_entry", "saga_entry", "scheduled_tasks", "snapshot_event_entry");

    /** Pseudonyms, amounts and moments: what happened, and not to whom. */
    private static final Set<String> PSEUDONYMS =
            Set.of("association_value_entry", "audit_entry", "audit_person", "netting", "netting_party");

    /** Nothing of anybody, or of people as such. */
    private static final Set<String> NOBODYS = Set.of(
            "event_log_head",
            "flyway_schema_history",
            "hot_view_space",
            "log_checkpoint",
            "log_tree_tile",
            "habit_position",
            "meaning_position",
            "person_key",
            "projection_position",
            "projection_replay",
            "seal_key",
            "stream_key",
            "token_entry");

    /** What a person is not given, of what is theirs, with the reason. */
    private static final Map<String, String> NOT_EXPORTED = Map.ofEntries(
            entry("append_intention", "a request that is under way"),
            entry("contact", "digests of addresses, which the events have in clear"),
            entry("contact_asked", "bits of digests of what was asked, which say nothing to anybody"),
            entry("friend_name", "the name that the account has"),
            entry("idempotency_key", "answers that were given already"),
            entry(
                    "kept_selection",
                    "ids out of an answer that was given already, and the words of a reminder that was renamed by"
                            + " voice"),
            entry("ledger_balance", "sums of the entries"),
            entry("habit_evidence", "what reminders tell of habits, and these are given whole"),
            entry("habit_person", "whose habits are to be looked for, which the preferences say"),
            entry("meaning", "numbers by which the words of the next are found"),
            entry("searched_text", "the beginnings of notes and reminders, which are given whole"),
            entry("voice_history", "a preference that the account has"),
            entry("push_outbox", "notifications on their way to a device"),
            entry("dead_letter_entry", "events that the export has anyway"));

    private final JdbcTemplate database;

    @Autowired
    EveryTableTest(JdbcTemplate database) {
        this.database = database;
    }

    @Test
    void every_table_has_a_fate() {
        Set<String> known = new TreeSet<>();
        known.addAll(ERASED_AT_THE_CERTIFICATE);
        known.addAll(REMOVED_AS_COPIES);
        known.addAll(SEALED);
        known.addAll(PSEUDONYMS);
        known.addAll(NOBODYS);
        assertThat(tables())
                .as("a table that is new: say above what becomes of it when somebody leaves")
                .isEqualTo(known);
    }

    @Test
    void the_decision_tells_the_fate_of_every_table() throws IOException {
        String decision = Files.readString(DECISION);
        assertThat(tables())
                .filteredOn(table -> !table.equals("flyway_schema_history"))
                .allSatisfy(table -> assertThat(decision).contains("`" + table + "`"));
    }

    @Test
    void what_is_a_persons_is_given_to_them_or_there_is_a_reason() {
        Set<String> theirs = new TreeSet<>(ERASED_AT_THE_CERTIFICATE);
        theirs.addAll(REMOVED_AS_COPIES);
        assertThat(theirs)
                .allSatisfy(table -> assertThat(isExported(table) != NOT_EXPORTED.containsKey(table))
                        .as(table)
                        .isTrue());
    }

    private static boolean isExported(String table) {
        Pattern name = Pattern.compile("(FROM|JOIN) " + table + "\\b");
        return ExportedKind.ALL.stream()
                .anyMatch(kind -> name.matcher(kind.sql()).find());
    }

    private Set<String> tables() {
        return Dump.tables(database).stream()
                .map(table -> table.replaceFirst("^public\\.", ""))
                .collect(toCollection(TreeSet::new));
    }
}
