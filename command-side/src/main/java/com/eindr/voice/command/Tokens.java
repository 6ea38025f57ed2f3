package com.eindr.voice.command;

import java.util.ArrayList;
import java.util.List;

/** Cuts a visible text into words, numbers and signs of money. */
final class Tokens {
    private static final String APOSTROPHES = "'’‘ʼ`";
    private static final String INSIDE_NUMBERS = ".,:/-";
    private static final String APART = ",;.!?:\n،۔؟।";

    private final String text;
    /** Whether an apostrophe parts words, as in French and Turkish, or is part of one, as in English. */
    private final boolean parting;

    private final List<Token> tokens = new ArrayList<>();
    private boolean apart;
    private int last = -1;

    private Tokens(String text, boolean parting) {
        this.text = text;
        this.parting = parting;
    }

    static List<Token> of(String text, boolean parting) {
        return new Tokens(text, parting).cut();
    }

    private List<Token> cut() {
        int at = 0;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            int end = at + Character.charCount(point);
            if (Character.isDigit(point)) {
                end = number(at);
                add(at, end);
            } else if (isLetter(point)) {
                end = word(at);
                add(at, end);
            } else if (Character.getType(point) == Character.CURRENCY_SYMBOL) {
                add(at, end);
            } else if (APART.indexOf(point) >= 0) {
                apart = true;
            }
            at = end;
        }
        return List.copyOf(tokens);
    }

    private void add(int start, int end) {
        String word = Folding.fold(text.substring(start, end));
        if (!word.isEmpty()) {
            boolean glued = last == start
                    || (last == start - 1 && last >= 0 && APOSTROPHES.indexOf(text.charAt(last)) >= 0 && parting);
            tokens.add(new Token(word, start, end, apart, glued));
            apart = false;
            last = end;
        }
    }

    private int number(int start) {
        int at = start;
        while (at < text.length()) {
            if (Character.isDigit(text.charAt(at))) {
                at++;
            } else if (INSIDE_NUMBERS.indexOf(text.charAt(at)) >= 0
                    && at + 1 < text.length()
                    && Character.isDigit(text.charAt(at + 1))) {
                at += 2;
            } else if (isThousandsSpace(start, at)) {
                at += 4;
            } else {
                break;
            }
        }
        return at;
    }

    /** A space before three digits and no more, after one to three digits: 1 200 in French. */
    private boolean isThousandsSpace(int start, int at) {
        return parting
                && text.charAt(at) == ' '
                && at - start <= 3
                && at + 4 <= text.length()
                && text.substring(at + 1, at + 4).chars().allMatch(Character::isDigit)
                && (at + 4 == text.length() || !Character.isDigit(text.charAt(at + 4)));
    }

    private int word(int start) {
        int at = start;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            boolean joins = !parting
                    && APOSTROPHES.indexOf(point) >= 0
                    && at + 1 < text.length()
                    && isLetter(text.codePointAt(at + 1));
            if (!isLetter(point) && !joins) {
                break;
            }
            at += Character.charCount(point);
        }
        return at;
    }

    private static boolean isLetter(int point) {
        int type = Character.getType(point);
        return Character.isLetter(point)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
