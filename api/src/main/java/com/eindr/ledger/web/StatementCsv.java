package com.eindr.ledger.web;

import com.eindr.ledger.EntryCause;
import com.eindr.ledger.LineView;
import com.eindr.ledger.Party;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A statement for spreadsheets: RFC 4180, in UTF-8 with a byte order mark, without which Excel takes it for something else.
 *
 * <p>What somebody wrote may not become a formula when the other opens the file (CWE-1236). So text that begins like one has
 * an apostrophe put before it, also where a spreadsheet that splits at semicolons, tabs or ends of lines would have a cell
 * begin. Amounts are numbers and stay numbers.
 */
final class StatementCsv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String END = "\r\n";
    private static final String HEADINGS =
            "Date,Recorded,Time zone,With,User,Entry,Amount,Currency,Balance,Note,About,Position";
    private static final DateTimeFormatter RECORDED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    /** Before what a spreadsheet could take for the beginning of a formula, with the full-width signs of East Asia. */
    private static final Pattern FORMULA = Pattern.compile("(?:^|(?<=[;|\\t\\r"
            + "\\n"
            + "\\u2028\\u2029]))(?=[\\s\\p{Z}\\p{Cf}\"]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]|[\\t\\r"
            + "])");

    private StatementCsv() {}

    static void write(Iterator<WholeStatement.Row> rows, ZoneId zone, OutputStream target) throws IOException {
        Writer csv = new BufferedWriter(new OutputStreamWriter(target, StandardCharsets.UTF_8));
        csv.write(BYTE_ORDER_MARK + HEADINGS + END);
        while (rows.hasNext()) {
            csv.write(row(rows.next(), zone) + END);
        }
        csv.flush();
    }

    private static String row(WholeStatement.Row row, ZoneId zone) {
        LineView line = row.line();
        Party other = line.counterparty();
        String note = line.note();
        return String.join(
                ",",
                line.occurredOn().toString(),
                local(line.recordedAt(), zone),
                text(zone.getId()),
                text(row.name()),
                other.isUser() ? text(other.userId().value()) : "",
                name(line.cause()),
                line.amount().text(),
                line.amount().currency().getCurrencyCode(),
                row.balance().text(),
                note == null ? "" : text(note),
                line.causeId().toString(),
                Long.toString(line.position()));
    }

    private static String local(Instant at, ZoneId zone) {
        return RECORDED.format(at.atZone(zone));
    }

    /** As a word: {@code Settlement}. */
    static String name(EntryCause cause) {
        return cause.name().charAt(0) + cause.name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** In quotation marks, and nothing but text. */
    static String text(String text) {
        return '"' + FORMULA.matcher(text).replaceAll("'").replace("\"", "\"\"") + '"';
    }
}
