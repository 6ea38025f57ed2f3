package com.eindr.ledger.web;

import com.eindr.ledger.web.ReceiptBody.Somebody;
import com.eindr.ledger.web.ReceiptBody.Step;
import com.eindr.shared.web.paper.Ink;
import com.eindr.shared.web.paper.Paper;
import com.eindr.shared.web.paper.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The receipt of a settlement on one small page, as one would be glad to be handed it. The same receipt is the same bytes. */
final class ReceiptPaper {
    private static final float EDGE = 40;
    private static final float LABELS = 118;
    private static final float GAP = 14;

    private static final Style BRAND = Style.bold(11, Ink.ACCENT);
    private static final Style HEADING = Style.plain(9, Ink.QUIET).right();
    private static final Style NAME = Style.bold(13, Ink.TEXT);
    private static final Style LONG_NAME = Style.bold(8, Ink.TEXT);
    private static final Style ROLE = Style.plain(8, Ink.QUIET);
    private static final Style AMOUNT = Style.bold(30, Ink.TEXT).centred();
    private static final Style UNDER_AMOUNT = Style.plain(9, Ink.QUIET).centred();
    private static final Style LABEL = Style.plain(8, Ink.QUIET);
    private static final Style VALUE = Style.plain(9, Ink.TEXT);
    private static final Style SMALL = Style.plain(7.5f, Ink.QUIET);

    private final ReceiptBody receipt;
    private final ZoneId zone;
    private final Paper paper;
    private final float width;
    private float y;

    private ReceiptPaper(ReceiptBody receipt, Paper paper) {
        this.receipt = receipt;
        this.zone = ZoneId.of(receipt.timeZone());
        this.paper = paper;
        this.width = paper.size().width() - 2 * EDGE;
    }

    static byte[] of(ReceiptBody receipt) {
        try (Paper paper = new Paper(
                Paper.A5,
                "Receipt " + receipt.settlementId(),
                receipt.settlementId(),
                receipt.confirmed().at())) {
            paper.turn();
            new ReceiptPaper(receipt, paper).draw();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            paper.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void draw() throws IOException {
        head();
        people();
        amount();
        facts();
        log();
        foot();
    }

    private void head() throws IOException {
        paper.box(0, 0, paper.size().width(), 6, Ink.ACCENT);
        y = 44;
        paper.text("Eindr", EDGE, y, width / 2, BRAND);
        paper.text(
                "Receipt \u00B7 " + Figures.day(receipt.confirmed().at(), zone), EDGE + width, y, width / 2, HEADING);
    }

    private void people() throws IOException {
        y += 40;
        float half = width / 2 - 20;
        paper.text("PAID BY", EDGE, y, half, ROLE);
        paper.text("PAID TO", EDGE + width, y, half, ROLE.right());
        y += 18;
        paper.text(
                "\u2192", EDGE + width / 2, y, 20, Style.plain(13, Ink.ACCENT).centred());
        float left = paper.block(receipt.payer().name(), EDGE, y, half, NAME, LONG_NAME);
        float right = paper.block(receipt.payee().name(), EDGE + width, y, half, NAME.right(), LONG_NAME.right());
        y = Math.max(left, right);
    }

    private void amount() throws IOException {
        y += 22;
        String paidAmount = receipt.paidAmount();
        String paidCurrency = receipt.paidCurrency();
        float height = paidAmount == null ? 78 : 94;
        paper.box(EDGE, y, width, height, Ink.WASH);
        float middle = EDGE + width / 2;
        float inside = width - 2 * GAP;
        String settled = money(receipt.amount(), receipt.currency());
        if (paidAmount != null && paidCurrency != null) {
            paper.text(money(paidAmount, paidCurrency), middle, y + 46, inside, AMOUNT);
            paper.text("for " + settled + " that was owed", middle, y + 66, inside, UNDER_AMOUNT);
            String rate = "1 " + receipt.currency() + " = " + receipt.rate() + " " + paidCurrency;
            paper.text(rate, middle, y + 80, inside, UNDER_AMOUNT);
        } else {
            paper.text(settled, middle, y + 46, inside, AMOUNT);
            paper.text("of what was owed", middle, y + 64, inside, UNDER_AMOUNT);
        }
        y += height;
    }

    private void facts() throws IOException {
        y += 30;
        fact("Said by " + apart(receipt.proposer().name()), receipt.proposed());
        Somebody asked = receipt.counterparty();
        fact(
                receipt.confirmed().by() != null
                        ? "Confirmed by " + apart(asked.name())
                        : "Recorded; " + apart(asked.name()) + " was not asked",
                receipt.confirmed());
    }

    private void fact(String what, Step step) throws IOException {
        paper.text(what, EDGE, y, width, Style.bold(9, Ink.TEXT));
        y += 14;
        pair(receipt.timeZone(), Figures.moment(step.at(), zone));
        pair("UTC", Figures.moment(step.at(), ZoneOffset.UTC));
        y += 8;
    }

    private void log() throws IOException {
        paper.rule(EDGE, y, width, 0.7f, Ink.HAIR);
        y += 18;
        paper.text("In the log", EDGE, y, width, Style.bold(9, Ink.TEXT));
        y += 14;
        pair("Proposal", position(receipt.proposed()));
        pair("Entry", position(receipt.entry()));
        pair("Confirmation", position(receipt.confirmed()));
        pair("Settlement", receipt.settlementId());
    }

    private void pair(String label, String value) throws IOException {
        paper.text(label, EDGE, y, LABELS - GAP, LABEL);
        paper.text(value, EDGE + LABELS, y, width - LABELS, VALUE);
        y += 14;
    }

    private void foot() throws IOException {
        float leading = 10;
        float top = paper.size().height() - 58;
        paper.rule(EDGE, top - 14, width, 0.7f, Ink.HAIR);
        String agreed = receipt.confirmed().by() != null
                ? "Both have agreed to this payment."
                : "Whoever keeps this account has recorded this payment alone.";
        float next = paper.paragraph(
                agreed + " Entries are never changed or deleted; whatever corrects them is an entry of its own.",
                EDGE,
                top,
                width,
                leading,
                SMALL);
        if (!paper.isFaithful()) {
            paper.paragraph(
                    "Some letters are not in this document's typeface. Near ones stand for them, or Latin ones by their"
                            + " sound, or a box. The JSON form of this receipt has every name as it is written.",
                    EDGE,
                    next,
                    width,
                    leading,
                    SMALL);
        }
    }

    private static String money(String amount, String currency) {
        return Figures.amount(amount) + " " + currency;
    }

    /** A name in a sentence, whose direction does not turn the words around it. */
    private static String apart(String name) {
        return "\u2068" + name + "\u2069";
    }

    private static String position(Step step) {
        return "#" + step.position();
    }
}
