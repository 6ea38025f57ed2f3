package com.eindr.shared.web.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * A typeface of one document, of which the letters that are used become part of it. DejaVu Sans: Latin, Greek, Cyrillic,
 * Arabic, Hebrew, Armenian, Georgian and more, under a licence that lets everybody pass it on.
 */
final class Typeface {
    private static final byte[] PLAIN = bytes("DejaVuSans.ttf");
    private static final byte[] BOLD = bytes("DejaVuSans-Bold.ttf");
    private static final float THOUSAND = 1_000f;

    private final PDFont font;
    private final CmapLookup characters;

    private Typeface(PDFont font, CmapLookup characters) {
        this.font = font;
        this.characters = characters;
    }

    static Typeface plain(PDDocument document) throws IOException {
        return of(PLAIN, document);
    }

    static Typeface bold(PDDocument document) throws IOException {
        return of(BOLD, document);
    }

    private static Typeface of(byte[] file, PDDocument document) throws IOException {
        TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(file));
        return new Typeface(PDType0Font.load(document, parsed, true), parsed.getUnicodeCmapLookup());
    }

    PDFont font() {
        return font;
    }

    boolean has(int character) {
        return characters.getGlyphId(character) != 0;
    }

    Script.Line line(String text) {
        return Script.of(text, this::has);
    }

    /** In points. */
    float width(String drawn, float size) throws IOException {
        return font.getStringWidth(drawn) / THOUSAND * size;
    }

    private static byte[] bytes(String name) {
        try (InputStream file = Typeface.class.getResourceAsStream(name)) {
            return present(name, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream present(String name, @Nullable InputStream file) {
        if (file == null) {
            throw new IllegalStateException("the typeface " + name + " is missing");
        }
        return file;
    }
}
