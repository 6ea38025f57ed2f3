package com.eindr.infra.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.infra.search.MeaningTable.WaitingText;
import com.eindr.infra.testing.TestDatabase;
import com.eindr.infra.testing.TestServers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class MeaningTableTest {
    private static final byte[] SOMETHING = new byte[Vectors.PARTS];

    private final JdbcTemplate jdbc;
    private final MeaningTable table;

    MeaningTableTest() {
        TestDatabase fresh = TestServers.freshDatabase();
        jdbc = new JdbcTemplate(
                new DriverManagerDataSource(fresh.getJdbcUrl(), fresh.getUsername(), fresh.getPassword()));
        table = new MeaningTable(jdbc);
    }

    @Test
    void only_texts_whose_meaning_is_not_known_wait_in_the_order_of_the_log() {
        UUID known = text(1, "known");
        UUID later = text(5, "later");
        UUID gone = text(3, "");
        UUID ahead = text(9, "ahead of the head");
        table.keep(new WaitingText(known, "known", 1), SOMETHING);

        assertThat(table.behind(0, 5, 10)).extracting(WaitingText::id).containsExactly(gone, later);
        assertThat(table.behind(0, 5, 1)).extracting(WaitingText::id).containsExactly(gone);
        assertThat(table.behind(5, table.head(), 10))
                .extracting(WaitingText::id)
                .containsExactly(ahead);
        assertThat(table.waiting()).isEqualTo(4);
    }

    @Test
    void of_a_text_that_went_meanwhile_nothing_is_kept() {
        table.keep(new WaitingText(UUID.randomUUID(), "gone", 1), SOMETHING);

        assertThat(meanings()).isZero();
    }

    @Test
    void what_is_left_of_a_text_that_is_gone_is_swept_away() {
        UUID text = text(1, "words");
        table.keep(new WaitingText(text, "words", 1), SOMETHING);
        jdbc.update("DELETE FROM searched_text");
        table.sweep();

        assertThat(meanings()).isZero();
    }

    @Test
    void a_text_that_was_changed_behind_the_position_is_gone_back_to() {
        UUID known = text(2, "known");
        table.keep(new WaitingText(known, "known", 2), SOMETHING);
        text(3, "");
        table.reached(8);
        table.sweep();
        assertThat(table.claim()).hasValue(8);

        UUID late = text(4, "handled late");
        table.sweep();

        assertThat(table.claim()).hasValue(3);
        assertThat(table.behind(3, table.head(), 10))
                .extracting(WaitingText::id)
                .containsExactly(late);
    }

    private UUID text(long changedAt, String words) {
        UUID id = UUID.randomUUID();
        jdbc.update("INSERT INTO searched_text VALUES (?, 'NOTE', 'ana', ?, ?)", id, words, changedAt);
        return id;
    }

    private int meanings() {
        Integer count = jdbc.queryForObject("SELECT count(*) FROM meaning", Integer.class);
        return count == null ? 0 : count;
    }
}
