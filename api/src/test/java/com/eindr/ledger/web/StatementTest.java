package com.eindr.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.eindr.ledger.EntryCause;
import com.eindr.ledger.LineView;
import com.eindr.ledger.Party;
import com.eindr.shared.Money;
import com.eindr.shared.UserId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The whole of a statement, as a spreadsheet and a printer get it. */
class StatementTest {
    private static final UserId ANA = new UserId("ana");
    private static final Instant NOW = Instant.parse("2026-11-23T13:02:11Z");
    private static final ZoneId KARACHI = ZoneId.of("Asia/Karachi");
    private static final StatementRequest REQUEST = new StatementRequest(ANA, null, null, KARACHI, NOW);
    private static final int NAME = 3;
    private static final int AMOUNT = 6;
    private static final int BALANCE = 8;
    private static final int NOTE = 9;

    @Test
    void every_entry_is_in_it_with_the_balance_after_it() throws IOException {
        List<List<String>> rows = csv(LongStream.rangeClosed(1, 1_203)
                .mapToObj(position -> line(position, "Cem", position % 3 == 0 ? -200 : 100, null))
                .toList());
        assertThat(rows).hasSize(1_204);
        assertThat(rows.getFirst())
                .containsExactly(
                        "Date",
                        "Recorded",
                        "Time zone",
                        "With",
                        "User",
                        "Entry",
                        "Amount",
                        "Currency",
                        "Balance",
                        "Note",
                        "About",
                        "Position");
        assertThat(rows.get(3)).contains("-2.00", "0.00");
        assertThat(rows.getLast().get(BALANCE)).isEqualTo("0.00");
        assertThat(rows.get(1).subList(0, 3)).containsExactly("2026-11-22", "2026-11-23 18:02:11", "Asia/Karachi");
    }

    @Test
    void text_is_no_formula_and_a_negative_amount_is_a_number() throws IOException {
        List<String> formulas = List.of(
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                " =1",
                "\uFF1D1",
                "a;=1",
                "a\n-1",
                "a\t@b",
                "\"=1",
                "\u200B=1");
        for (String formula : formulas) {
            List<String> row = csv(List.of(line(1, formula, -100, formula))).get(1);
            for (int cell : new int[] {NAME, NOTE}) {
                for (String part : row.get(cell).split("[;\t\r\n]", -1)) {
                    assertThat(part.strip()).as(formula).doesNotMatch("[\\s\\p{Cf}\"]*[=+\\-@\uFF1D].*");
                }
            }
            assertThat(row.get(AMOUNT)).isEqualTo("-1.00");
        }
        for (String text :
                List.of("Rent, for \"May\"", "a-b", "3 = 3", "\u0641\u0627\u0637\u0645\u06C1", "two\nlines")) {
            assertThat(csv(List.of(line(1, text, 100, text))).get(1)).contains(text);
        }
    }

    @Property(tries = 200)
    void whatever_anybody_writes_stays_in_its_cell(@ForAll String text) throws IOException {
        List<List<String>> rows = csv(List.of(line(1, "Cem", 100, text), line(2, "Cem", 100, null)));
        assertThat(rows).hasSize(3).allMatch(row -> row.size() == 12);
    }

    @Test
    void it_begins_with_a_byte_order_mark_and_ends_its_lines_as_the_standard_says() throws IOException {
        String text = text(List.of(line(1, "Cem", 100, null)));
        assertThat(text).startsWith("\uFEFFDate,").endsWith(",1\r\n");
    }

    @Test
    void on_paper_it_has_the_same_and_what_it_comes_to() throws IOException {
        List<LineView> lines = LongStream.rangeClosed(1, 90)
                .mapToObj(position -> line(position, "Cem", -100, "Bread no. " + position))
                .toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StatementPaper.write(statement(lines), REQUEST, "Ana", bytes);
        try (PDDocument read = Loader.loadPDF(bytes.toByteArray())) {
            assertThat(read.getNumberOfPages()).isEqualTo(5);
            assertThat(new PDFTextStripper().getText(read))
                    .contains("Ana", "Bread no. 1\n", "Bread no. 90", "Asia/Karachi", "Page 5", "You owe", "90.00 EUR");
        }
        ByteArrayOutputStream empty = new ByteArrayOutputStream();
        StatementPaper.write(statement(List.of()), REQUEST, "Ana", empty);
        assertThat(empty.size()).isPositive();
    }

    private static LineView line(long position, String contact, long minor, @Nullable String note) {
        return new LineView(
                position,
                Party.contactOf(ANA, contact),
                EntryCause.DEBT,
                new UUID(0, position),
                new Money(minor, Currency.getInstance("EUR")),
                note,
                LocalDate.of(2026, 11, 22),
                NOW);
    }

    private static WholeStatement statement(List<LineView> lines) {
        return new WholeStatement(
                REQUEST,
                question -> lines.stream()
                        .filter(line -> line.position() > question.position())
                        .limit(question.limit())
                        .toList(),
                Party::contact);
    }

    private static String text(List<LineView> lines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StatementCsv.write(statement(lines), KARACHI, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static List<List<String>> csv(List<LineView> lines) throws IOException {
        return rows(text(lines).substring(1));
    }

    /** As RFC 4180 says, to the letter: a quotation mark begins a cell, ends it, or is doubled. */
    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>(List.of(new ArrayList<>()));
        int at = 0;
        while (at < csv.length()) {
            boolean quoted = csv.charAt(at) == '"';
            int end = quoted ? closing(csv, at) : plainEnd(csv, at);
            rows.getLast().add(quoted ? csv.substring(at + 1, end).replace("\"\"", "\"") : csv.substring(at, end));
            at = quoted ? end + 1 : end;
            if (csv.startsWith("\r\n", at)) {
                at += 2;
                if (at < csv.length()) {
                    rows.add(new ArrayList<>());
                }
            } else {
                assertThat(csv.charAt(at)).isEqualTo(',');
                at++;
            }
        }
        return rows;
    }

    private static int closing(String csv, int opening) {
        int at = opening + 1;
        while (csv.charAt(at) != '"' || csv.charAt(at + 1) == '"') {
            at += csv.charAt(at) == '"' ? 2 : 1;
        }
        return at;
    }

    private static int plainEnd(String csv, int from) {
        int at = from;
        while (csv.charAt(at) != ',' && csv.charAt(at) != '\r') {
            assertThat(csv.charAt(at)).isNotIn('"', '\n');
            at++;
        }
        return at;
    }
}
