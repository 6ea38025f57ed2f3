package com.eindr.ledger.web;

import com.eindr.ledger.LineView;
import com.eindr.shared.Money;
import com.eindr.shared.web.paper.Ink;
import com.eindr.shared.web.paper.Paper;
import com.eindr.shared.web.paper.Style;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;

/** A statement on as many pages as it takes: what was posted, and in the end what it comes to. */
final class StatementPaper {
    private static final float EDGE = 44;
    private static final float BOTTOM = 60;
    private static final float LINE = 20;
    private static final float NOTE = 11;

    // Where columns begin, and where those of amounts end.
    private static final float WITH = EDGE + 74;
    private static final float ENTRY = EDGE + 196;
    private static final float AMOUNT = EDGE + 392;

    private static final Style BRAND = Style.bold(11, Ink.ACCENT);
    private static final Style TITLE = Style.bold(18, Ink.TEXT);
    private static final Style QUIET = Style.plain(8.5f, Ink.QUIET);
    private static final Style HEADING = Style.bold(7.5f, Ink.QUIET);
    private static final Style CELL = Style.plain(8.5f, Ink.TEXT);
    private static final Style STRONG = Style.bold(8.5f, Ink.TEXT);
    private static final Style SMALL = Style.plain(7, Ink.QUIET);

    private final Paper paper;
    private final StatementRequest request;
    private final String owner;
    private final float width;
    private final float end;
    private float y;

    private StatementPaper(Paper paper, StatementRequest request, String owner) {
        this.paper = paper;
        this.request = request;
        this.owner = owner;
        this.width = paper.size().width() - 2 * EDGE;
        this.end = paper.size().width() - EDGE;
    }

    static void write(WholeStatement statement, StatementRequest request, String owner, OutputStream target)
            throws IOException {
        String title = "Statement of " + owner;
        String identity = request.user() + " " + request.now();
        try (Paper paper = new Paper(Paper.A4, title, identity, request.now())) {
            new StatementPaper(paper, request, owner).draw(statement);
            paper.write(target);
        }
    }

    private void draw(WholeStatement statement) throws IOException {
        first();
        boolean empty = !statement.hasNext();
        while (statement.hasNext()) {
            row(statement.next());
        }
        if (empty) {
            paper.text("Nothing was posted.", EDGE, y + LINE, width, QUIET);
        } else {
            balances(statement);
        }
        if (!paper.isFaithful()) {
            need(3 * LINE);
            paper.paragraph(
                    "Some letters are not in this document's typeface. Near ones stand for them, or Latin ones by their"
                            + " sound, or a box. The CSV form of this statement has every text as it is written.",
                    EDGE,
                    y + LINE,
                    width,
                    NOTE,
                    SMALL);
        }
    }

    private void first() throws IOException {
        paper.turn();
        paper.box(0, 0, paper.size().width(), 6, Ink.ACCENT);
        paper.text("Eindr", EDGE, 44, width, BRAND);
        paper.text(owner, EDGE, 78, width, TITLE);
        paper.text(
                "Statement of " + Figures.moment(request.now(), request.zone()) + " "
                        + request.zone().getId() + ", which is "
                        + Figures.moment(request.now(), ZoneOffset.UTC) + " UTC",
                EDGE,
                94,
                width,
                QUIET);
        y = 122;
        headings();
    }

    private void turn() throws IOException {
        paper.turn();
        y = 44;
        headings();
    }

    private void headings() throws IOException {
        paper.text("DATE", EDGE, y, WITH - EDGE, HEADING);
        paper.text("WITH", WITH, y, ENTRY - WITH, HEADING);
        paper.text("ENTRY", ENTRY, y, AMOUNT - ENTRY, HEADING);
        paper.text("AMOUNT", AMOUNT, y, AMOUNT - ENTRY, HEADING.right());
        paper.text("BALANCE", end, y, end - AMOUNT, HEADING.right());
        paper.rule(EDGE, y + 6, width, 0.8f, Ink.ACCENT);
        paper.text("Page " + paper.pages(), end, paper.size().height() - 32, width, SMALL.right());
        y += 8;
    }

    /** Goes on on a new page where there is no room for so much. */
    private void need(float height) throws IOException {
        if (y + height > paper.size().height() - BOTTOM) {
            turn();
        }
    }

    private void row(WholeStatement.Row row) throws IOException {
        LineView line = row.line();
        String note = line.note();
        float height = note == null ? LINE : LINE + NOTE;
        need(height);
        float base = y + 13;
        paper.text(line.occurredOn().toString(), EDGE, base, WITH - EDGE - 6, CELL);
        paper.text(row.name(), WITH, base, ENTRY - WITH - 8, CELL);
        paper.text(StatementCsv.name(line.cause()), ENTRY, base, 100, CELL);
        paper.text(money(line.amount()), AMOUNT, base, AMOUNT - ENTRY - 70, STRONG.right());
        paper.text(money(row.balance()), end, base, end - AMOUNT - 10, CELL.right());
        if (note != null) {
            paper.text(note, WITH, base + NOTE, AMOUNT - WITH, SMALL);
        }
        y += height;
        paper.rule(EDGE, y, width, 0.4f, Ink.HAIR);
    }

    private void balances(WholeStatement statement) throws IOException {
        need(3 * LINE);
        y += 26;
        paper.text("What it comes to", EDGE, y, width, STRONG);
        y += 6;
        for (WholeStatement.Balance balance : statement.balances()) {
            need(LINE);
            boolean owes = balance.owed().minor() < 0;
            String name = "\u2068" + balance.name() + "\u2069";
            String who = owes ? "You owe " + name : name + " owes you";
            Money amount = owes ? balance.owed().negated() : balance.owed();
            paper.text(
                    amount.minor() == 0 ? "Nothing is owed between you and " + name : who,
                    EDGE,
                    y + 13,
                    AMOUNT - EDGE - 90,
                    CELL);
            paper.text(money(amount), AMOUNT, y + 13, 84, STRONG.right());
            y += LINE;
        }
    }

    private static String money(Money money) {
        return Figures.amount(money.text()) + " " + money.currency().getCurrencyCode();
    }
}
