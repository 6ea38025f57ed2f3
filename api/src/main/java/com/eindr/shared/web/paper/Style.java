package com.eindr.shared.web.paper;

/**
 * How a line of text looks.
 *
 * @param size in points
 */
public record Style(boolean bold, float size, Ink ink, Align align) {

    /** Where in a line's place the text stands, and so which end of it the given x means. */
    public enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    public static Style plain(float size, Ink ink) {
        return new Style(false, size, ink, Align.LEFT);
    }

    public static Style bold(float size, Ink ink) {
        return new Style(true, size, ink, Align.LEFT);
    }

    public Style centred() {
        return new Style(bold, size, ink, Align.CENTRE);
    }

    public Style right() {
        return new Style(bold, size, ink, Align.RIGHT);
    }

    Style ofSize(float other) {
        return new Style(bold, other, ink, align);
    }
}
