package com.eindr.voice.command;

import java.text.Normalizer;
import java.util.Locale;

/** Makes words comparable that differ only in how they are written: case, accents, forms of the same letter. */
final class Folding {
    private Folding() {}

    /** The text without what cannot be seen: controls, marks of direction, joiners; composed (NFC). */
    static String visible(String text) {
        StringBuilder seen = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            int type = Character.getType(point);
            if (Character.isWhitespace(point) || type == Character.SPACE_SEPARATOR) {
                seen.append(' ');
            } else if (type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE) {
                seen.appendCodePoint(point);
            }
        });
        return Normalizer.normalize(seen, Normalizer.Form.NFC).strip();
    }

    /** The word in small letters, without accents, its digits in ASCII. */
    static String fold(String word) {
        String parts = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(parts.length());
        for (int i = 0; i < parts.length(); i++) {
            char letter = parts.charAt(i);
            if (!isMark(letter)) {
                folded.append(plain(letter));
            }
        }
        return folded.toString();
    }

    /** Latin accents, Arabic vowel signs and the tatweel, the dot that makes z of j in Devanagari. */
    private static boolean isMark(char letter) {
        return (letter >= '\u0300' && letter <= '\u036f')
                || (letter >= '\u064b' && letter <= '\u065f')
                || letter == '\u0670'
                || letter == '\u0640'
                || letter == '\u093c'
                || "'’‘ʼ`".indexOf(letter) >= 0;
    }

    private static String plain(char letter) {
        if (Character.isDigit(letter)) {
            return String.valueOf((char) ('0' + Character.digit(letter, 10)));
        }
        return switch (letter) {
            case 'ı' -> "i";
            case 'ß' -> "ss";
            case 'ø' -> "o";
            case 'ł' -> "l";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            // Persian and Urdu forms of Arabic letters; final forms that people write one for the other.
            case '\u06cc', '\u06d2', '\u0649' -> "\u064a";
            case '\u06a9' -> "\u0643";
            case '\u06c1', '\u06be', '\u06c3', '\u0629', '\u06d5' -> "\u0647";
            case '\u06ba' -> "\u0646";
            // The moon with a dot sounds like the dot, and is often written so.
            case '\u0901' -> "\u0902";
            default -> String.valueOf(letter);
        };
    }
}
