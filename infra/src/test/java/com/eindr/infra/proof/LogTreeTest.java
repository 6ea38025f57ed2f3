package com.eindr.infra.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.eindr.infra.eventlog.StoredEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogTreeTest {
    private final LogUnderProof node = new LogUnderProof();

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void the_tree_in_the_database_is_the_tree_over_the_stored_events_however_it_grew() {
        Random random = new Random(6962);
        while (node.tree.size() < 3_000) {
            node.append(1 + random.nextInt(300));
            node.sign();
        }
        List<byte[]> leaves = leaves();
        int size = leaves.size();
        assertThat(node.tree.size()).isEqualTo(size);
        for (int i = 0; i < 100; i++) {
            int to = 1 + random.nextInt(size);
            int from = random.nextInt(to);
            byte[] root = NaiveTree.root(leaves.subList(0, to));
            MerkleProofs proofs = node.tree.proofs();
            assertThat(proofs.root(to)).isEqualTo(root);
            assertThat(NaiveTree.includes(leaves.get(from), from, to, proofs.inclusion(from, to), root))
                    .isTrue();
            assertThat(NaiveTree.extendsTo(
                            from, to, NaiveTree.root(leaves.subList(0, from)), root, proofs.consistency(from, to)))
                    .isTrue();
        }
    }

    @Test
    void a_checkpoint_says_how_large_the_tree_is_and_its_root_and_is_signed() {
        node.append(700);
        node.sign();

        Checkpoint checkpoint = node.keys.open(node.checkpoint()).orElseThrow();
        assertThat(checkpoint.size()).isEqualTo(700);
        assertThat(checkpoint.root()).isEqualTo(NaiveTree.root(leaves()));
        assertThat(node.checkpoint())
                .startsWith("example.org/log\n700\n")
                .containsPattern("\n\n\u2014 example\\.org/log [A-Za-z0-9+/=]+\n$");
        assertThat(node.keys.open(node.checkpoint().replace("\n700\n", "\n699\n")))
                .isEmpty();
        node.sign();
        assertThat(node.client
                        .sql("SELECT count(*) FROM log_checkpoint")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void two_nodes_build_one_tree() throws InterruptedException {
        node.append(20_000);
        try (LogUnderProof other = new LogUnderProof(node.database)) {
            Thread beside = Thread.ofPlatform().start(other::sign);
            node.sign();
            beside.join();
            node.sign();
        }
        assertThat(node.tree.size()).isEqualTo(20_000);
        node.tree.requireSameBeginning();
        assertThat(node.tree.proofs().root(20_000)).isEqualTo(NaiveTree.root(leaves()));
    }

    @Test
    void hashes_and_checkpoints_are_never_changed() {
        node.append(300);
        node.sign();
        for (String change : List.of(
                "UPDATE log_tree_tile SET hashes = decode(repeat('00', 32 * 256), 'hex') WHERE index = 1",
                "UPDATE log_tree_tile SET hashes = substring(hashes FROM 1 FOR 64) WHERE index = 1",
                "DELETE FROM log_tree_tile",
                "TRUNCATE log_tree_tile",
                "UPDATE log_checkpoint SET tree_size = 299",
                "DELETE FROM log_checkpoint")) {
            assertThatThrownBy(() -> node.client.sql(change).update()).hasStackTraceContaining("never changed");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event_identifier = gen_random_uuid()",
                "aggregate_identifier = 'other'",
                "sequence_number = sequence_number + 100",
                "type = 'Reminder'",
                "payload_type = 'com.example.Otherthing'",
                "payload_revision = NULL",
                "time_stamp = time_stamp + interval '1 microsecond'",
                "payload = set_byte(payload, 9, 88)",
                "meta_data = set_byte(meta_data, 9, 88)",
                "global_index = 5000"
            })
    void a_change_of_any_column_is_found_and_named(String change) {
        node.append(1_000);
        node.sign();
        assertThatCode(() -> node.watch.look(1_000)).doesNotThrowAnyException();

        node.tamper("UPDATE domain_event_entry SET " + change + " WHERE global_index = 417");

        assertThatThrownBy(() -> node.watch.look(1_000))
                .isInstanceOf(LogBroken.class)
                .hasMessageContaining("position 417 ");
    }

    @Test
    void an_aggregates_type_that_was_absent_is_not_the_same_as_an_empty_one() {
        node.append(7);
        node.sign();
        node.tamper("UPDATE domain_event_entry SET type = '' WHERE global_index = 7");

        assertThatThrownBy(() -> node.watch.look(7)).hasMessageContaining("position 7 ");
    }

    @Test
    void a_log_that_is_shorter_than_what_was_signed_is_found_and_its_successor_is_not_signed() {
        node.append(1_000);
        node.sign();
        String signed = node.checkpoint();
        node.tamper("DELETE FROM domain_event_entry WHERE global_index > 990");

        assertThatThrownBy(() -> node.watch.look(0)).hasMessageContaining("position 991 ");
        node.client.sql("UPDATE event_log_head SET position = 990").update();
        node.append(20);
        assertThatThrownBy(() -> node.watch.look(0)).hasMessageContaining("position 991 ");
        assertThat(node.checkpoint()).isEqualTo(signed);
    }

    @Test
    void an_event_that_is_gone_is_named() {
        node.append(1_000);
        node.sign();
        node.tamper("DELETE FROM domain_event_entry WHERE global_index = 3");

        assertThatThrownBy(() -> node.watch.look(1_000)).hasMessageContaining("position 3 is missing");
    }

    @Test
    void a_tree_is_signed_only_if_it_begins_with_the_one_that_was_signed_before() {
        node.append(100);
        node.sign();
        node.append(100);
        node.tree.grow();
        node.client.sql("ALTER TABLE log_tree_tile DISABLE TRIGGER ALL").update();
        node.client
                .sql("UPDATE log_tree_tile SET hashes = set_byte(hashes, 40, (get_byte(hashes, 40) + 1) % 256)")
                .update();

        assertThatThrownBy(node.tree::sign).isInstanceOf(LogBroken.class).hasMessageContaining("signed");
    }

    private List<byte[]> leaves() {
        MerkleHash hash = new MerkleHash();
        List<byte[]> leaves = new ArrayList<>();
        for (StoredEvent event : node.log().after(0, 50_000)) {
            leaves.add(EventLeaf.hash(event, hash));
        }
        return leaves;
    }
}
