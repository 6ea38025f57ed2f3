package com.eindr.voice.web.reply;

import java.util.regex.Pattern;

/** What somebody wrote, as it stands in a sentence of ours. */
final class Quotation {
    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String POP_ISOLATE = "\u2069";

    /** More than that nobody listens to, in code points. */
    private static final int LONGEST = 160;

    /** Marks that turn the direction of what follows; ours are the only ones that may. */
    private static final Pattern TURNS = Pattern.compile("[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    /** The sentence has a full stop of its own. */
    private static final Pattern STOPS = Pattern.compile("[\\s.,;:\u0964\u06D4\u060C]+$");

    private Quotation() {}

    /**
     * On one line, not too long, without a full stop; isolated as UAX #9 has it where it is not of the sentence's direction
     * throughout, so that it cannot turn what stands around it.
     */
    static String of(String text, boolean rightToLeft) {
        String plain = BLANKS.matcher(TURNS.matcher(text).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        String said = STOPS.matcher(shortened(plain)).replaceFirst("");
        if (said.isEmpty()) {
            return "\u2026";
        }
        return said.codePoints().anyMatch(codePoint -> turns(codePoint, rightToLeft))
                ? FIRST_STRONG_ISOLATE + said + POP_ISOLATE
                : said;
    }

    private static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST) {
            return text;
        }
        String kept = text.substring(0, text.offsetByCodePoints(0, LONGEST));
        int blank = kept.lastIndexOf(' ');
        return (blank > LONGEST / 2 ? kept.substring(0, blank) : kept) + "\u2026";
    }

    private static boolean turns(int codePoint, boolean rightToLeft) {
        return switch (Character.getDirectionality(codePoint)) {
            case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> rightToLeft;
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_ARABIC_NUMBER -> !rightToLeft;
            default -> false;
        };
    }
}
