package com.eindr.shared.web.paper;

import java.awt.Color;

/** The colours of a document. */
public enum Ink {
    TEXT(0x1B2430),
    QUIET(0x66707C),
    ACCENT(0x0F766E),
    HAIR(0xD5DAE0),
    WASH(0xF1F6F5);

    private final Color color;

    Ink(int rgb) {
        this.color = new Color(rgb);
    }

    Color color() {
        return color;
    }
}
