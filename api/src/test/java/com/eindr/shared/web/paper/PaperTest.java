package com.eindr.shared.web.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Whatever people are called, the page has something to read in its place, and says when that is not their own letters. */
class PaperTest {
    private static final int BOX = 0x25AF;
    private static final Instant MADE = Instant.parse("2026-11-23T13:02:11Z");

    @Test
    void letters_that_the_typeface_has_are_drawn_as_they_are() throws IOException {
        for (String name :
                new String[] {"Ana M\u00FCller", "\u00C7a\u011Fr\u0131 \u0150ze", "\u041C\u0430\u0440\u0438\u044F"}) {
            assertThat(line(name)).isEqualTo(new Script.Line(name, true));
        }
    }

    @Test
    void arabic_letters_are_joined_and_run_from_right_to_left() throws IOException {
        // Meem, hah, meem, dal: initial, medial, medial, final; drawn from the left, so the dal comes first.
        assertThat(line("\u0645\u062D\u0645\u062F")).isEqualTo(new Script.Line("\uFEAA\uFEE4\uFEA4\uFEE3", true));
        // Lam and alef are one.
        assertThat(line("\u0644\u0627").drawn()).isEqualTo("\uFEFB");
        // Keheh, farsi yeh: Persian and Urdu letters have forms too.
        assertThat(line("\u06A9\u06CC").drawn()).isEqualTo("\uFBFD\uFB90");
        // A name in Latin letters keeps its direction, and brackets are mirrored.
        assertThat(line("\u05D0\u05D1 (Ben)").drawn()).isEqualTo("(Ben) \u05D1\u05D0");
    }

    @Test
    void letters_of_urdu_that_the_typeface_lacks_are_drawn_by_their_nearest() throws IOException {
        Script.Line line = line("\u0641\u0627\u0637\u0645\u06C1");
        assertThat(line.faithful()).isFalse();
        assertThat(line.drawn())
                .isEqualTo(line("\u0641\u0627\u0637\u0645\u0647").drawn());
    }

    @Test
    void what_the_typeface_cannot_draw_is_spelled_by_its_sound_or_is_a_box() throws IOException {
        assertThat(line("\u0905\u0928\u0928\u094D\u092F\u093E")).isEqualTo(new Script.Line("anan'y\u0101", false));
        assertThat(line("\u674E\u5C0F\u9F99")).isEqualTo(new Script.Line("l\u01D0 xi\u01CEo l\u00F3ng", false));
        assertThat(line("Ana \uD83C\uDF38\uD83C\uDF38")).isEqualTo(new Script.Line("Ana \u25AF", false));
        assertThat(line("\u200B")).isEqualTo(new Script.Line("\u25AF", false));
    }

    @Test
    void a_sign_that_the_typeface_has_in_one_direction_only_is_a_box_in_the_other() throws IOException {
        assertThat(line("\u05D0\u29A4")).isEqualTo(new Script.Line("\u25AF\u05D0", false));
    }

    @Property
    void nothing_is_drawn_that_the_typeface_has_not(@ForAll String text) {
        assertThat(Script.of(text, PaperTest::isEven).drawn().codePoints()).allMatch(PaperTest::isEven);
    }

    /** A typeface that lacks every other character, but has a blank and a box. */
    private static boolean isEven(int character) {
        return character % 2 == 0 || character == BOX;
    }

    @Property(tries = 50)
    void whatever_anybody_writes_there_is_a_page(@ForAll String text) throws IOException {
        byte[] document = page(text);
        try (PDDocument read = Loader.loadPDF(document)) {
            assertThat(read.getNumberOfPages()).isEqualTo(1);
        }
        if (!text.isBlank()) {
            assertThat(line(text).drawn()).isNotEmpty();
        }
    }

    @Test
    void what_is_too_long_is_made_smaller_and_then_cut_short() throws IOException {
        String name = "Somebody ".repeat(40).strip();
        try (PDDocument document = new PDDocument()) {
            Typeface face = Typeface.plain(document);
            Fitting.Fit fit = Fitting.of(name, face, 10, 200);
            assertThat(fit.size()).isEqualTo(6);
            assertThat(fit.line().drawn()).startsWith("Somebody Somebody").endsWith("\u2026");
            assertThat(fit.width()).isBetween(180f, 200f);
        }
    }

    @Test
    void whoever_copies_a_text_finds_it_as_it_was_written() throws IOException {
        String name = "\u0905\u0928\u0928\u094D\u092F\u093E";
        try (PDDocument read = Loader.loadPDF(page(name))) {
            assertThat(new PDFTextStripper().getText(read)).contains(name);
        }
    }

    @Test
    void the_same_page_is_the_same_bytes() throws IOException {
        assertThat(page("Ana")).isEqualTo(page("Ana")).isNotEqualTo(page("Ben"));
    }

    private static Script.Line line(String text) throws IOException {
        try (PDDocument document = new PDDocument()) {
            return Typeface.bold(document).line(text);
        }
    }

    private static byte[] page(String text) throws IOException {
        try (Paper paper = new Paper(Paper.A5, "A page", "a-page", MADE)) {
            paper.turn();
            paper.text(text, 40, 40, 200, Style.plain(10, Ink.TEXT));
            paper.block(text, 40, 80, 120, Style.bold(12, Ink.TEXT), Style.bold(8, Ink.TEXT));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            paper.write(bytes);
            return bytes.toByteArray();
        }
    }
}
