package com.eindr.shared.web.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Fits text into the width that there is for it. */
final class Fitting {
    private static final String CUT = "\u2026";
    private static final float SMALLEST = 6;

    private Fitting() {}

    /** What is drawn, how large and how wide, in points. */
    record Fit(Script.Line line, float size, float width) {}

    /** Makes the text smaller, to six points at the least: then it is cut short. */
    static Fit of(String text, Typeface face, float size, float widest) throws IOException {
        Script.Line whole = face.line(text);
        float width = face.width(whole.drawn(), size);
        if (width <= widest) {
            return new Fit(whole, size, width);
        }
        float smaller = Math.max(Math.min(size, SMALLEST), size * widest / width);
        Script.Line line = width * smaller / size <= widest + 1 ? whole : cut(text, face, smaller, widest);
        return new Fit(line, smaller, face.width(line.drawn(), smaller));
    }

    /** The longest beginning of the text that there is room for. */
    private static Script.Line cut(String text, Typeface face, float size, float widest) throws IOException {
        int fits = 0;
        int tooLong = text.codePointCount(0, text.length());
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) >>> 1;
            boolean fitting = face.width(beginning(text, middle, face).drawn(), size) <= widest;
            fits = fitting ? middle : fits;
            tooLong = fitting ? tooLong : middle;
        }
        return beginning(text, fits, face);
    }

    private static Script.Line beginning(String text, int characters, Typeface face) {
        return face.line(text.substring(0, text.offsetByCodePoints(0, characters)) + CUT);
    }

    /** Breaks a text at its blanks. */
    static List<String> lines(String text, Typeface face, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && face.width(face.line(longer).drawn(), size) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }
}
