package com.eindr.shared.web.paper;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * A document in the making. Lengths are points, of which 72 make an inch, and x and y are counted from a page's upper left
 * corner. Finished pages wait in a temporary file and not in memory. The same calls make the same bytes.
 */
public final class Paper implements AutoCloseable {
    public static final Size A4 = new Size(595.28f, 841.89f);
    public static final Size A5 = new Size(419.53f, 595.28f);

    private static final float LEADING = 1.25f;

    private final PDDocument document;
    private final Size size;
    private final Typeface plain;
    private final Typeface bold;
    private @Nullable PDPageContentStream page;
    private int pages;
    private boolean faithful = true;

    /** Width and height. */
    public record Size(float width, float height) {}

    /**
     * @param identity what the document is known by; documents with the same one are versions of each other
     * @param made what the document says of when it was made
     */
    public Paper(Size size, String title, String identity, Instant made) throws IOException {
        this.document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
        this.size = size;
        this.plain = Typeface.plain(document);
        this.bold = Typeface.bold(document);
        describe(title, identity, made);
    }

    private void describe(String title, String identity, Instant made) {
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle(title);
        about.setCreator("Eindr");
        about.setCreationDate(GregorianCalendar.from(made.atZone(ZoneOffset.UTC)));
        COSArray id = new COSArray();
        id.add(new COSString(identity.getBytes(StandardCharsets.UTF_8)));
        id.add(new COSString(identity.getBytes(StandardCharsets.UTF_8)));
        document.getDocument().setDocumentID(id);
    }

    public Size size() {
        return size;
    }

    /** How many pages have been begun. */
    public int pages() {
        return pages;
    }

    /** Whether every text so far is drawn in its own letters. */
    public boolean isFaithful() {
        return faithful;
    }

    /** Goes on on a new page. */
    public void turn() throws IOException {
        finish();
        PDPage sheet = new PDPage(new PDRectangle(size.width(), size.height()));
        document.addPage(sheet);
        page = new PDPageContentStream(document, sheet);
        pages++;
    }

    /**
     * Draws a line of text on the base line y, smaller and at last cut short where it is longer than may be. Whoever copies
     * or searches it finds the text itself, whatever is drawn for it.
     */
    public void text(String text, float x, float y, float widest, Style style) throws IOException {
        Typeface face = style.bold() ? bold : plain;
        Fitting.Fit fit = Fitting.of(text, face, style.size(), widest);
        faithful &= fit.line().faithful();
        float left = switch (style.align()) {
            case LEFT -> x;
            case CENTRE -> x - fit.width() / 2;
            case RIGHT -> x - fit.width();
        };
        PDPageContentStream content = page();
        if (fit.line().drawn().isEmpty()) {
            return;
        }
        content.beginMarkedContent(COSName.getPDFName("Span"), actual(text));
        content.beginText();
        content.setNonStrokingColor(style.ink().color());
        content.setFont(face.font(), fit.size());
        content.setTextMatrix(Matrix.getTranslateInstance(left, size.height() - y));
        content.showText(fit.line().drawn());
        content.endText();
        content.endMarkedContent();
    }

    private static PDPropertyList actual(String text) {
        PDPropertyList properties = PDPropertyList.create(new COSDictionary());
        properties.getCOSObject().setString(COSName.ACTUAL_TEXT, text);
        return properties;
    }

    /** Draws a text over as many lines as it takes, and says on which base line the next would stand. */
    public float paragraph(String text, float x, float y, float width, float leading, Style style) throws IOException {
        Typeface face = style.bold() ? bold : plain;
        float at = y;
        for (String line : Fitting.lines(text, face, style.size(), width)) {
            text(line, x, at, width, style);
            at += leading;
        }
        return at;
    }

    /** Draws a text on one line where there is room for it, else in another style on several; says where the last stands. */
    public float block(String text, float x, float y, float width, Style style, Style ofMany) throws IOException {
        Typeface face = style.bold() ? bold : plain;
        if (face.width(face.line(text).drawn(), style.size()) <= width) {
            text(text, x, y, width, style);
            return y;
        }
        float leading = ofMany.size() * LEADING;
        return paragraph(text, x, y, width, leading, ofMany) - leading;
    }

    /** Draws a horizontal line. */
    public void rule(float x, float y, float width, float thickness, Ink ink) throws IOException {
        box(x, y, width, thickness, ink);
    }

    /** Fills a rectangle, whose upper left corner is given. */
    public void box(float x, float y, float width, float height, Ink ink) throws IOException {
        PDPageContentStream content = page();
        content.setNonStrokingColor(ink.color());
        content.addRect(x, size.height() - y - height, width, height);
        content.fill();
    }

    /** Writes the whole document. */
    public void write(OutputStream target) throws IOException {
        finish();
        document.save(target);
    }

    private PDPageContentStream page() {
        return requireNonNull(page, "turn to a page first");
    }

    private void finish() throws IOException {
        if (page != null) {
            page.close();
            page = null;
        }
    }

    @Override
    public void close() throws IOException {
        finish();
        document.close();
    }
}
