package com.eindr.infra.isolation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A cell of the table.
 *
 * @param status the status of the answer
 * @param word what is true of it besides
 */
record Expected(int status, Word word) {
    private static final Pattern CELL = Pattern.compile("([1-5][0-9]{2})(?: (\\w+))?");

    /** What a cell may say besides the status. */
    enum Word {
        NOTHING_MORE,
        /** Nothing of the owner's stands in the answer. */
        OWN,
        /** Something of the owner's stands in the answer. */
        SHOWN,
        /** The answer is the same if there is no such person or thing. */
        ALIKE,
        /** The caller's plan is what refuses. */
        PLAN,
        /** The caller lacks a role. */
        ROLE
    }

    static Expected read(String cell) {
        Matcher parts = CELL.matcher(cell);
        if (!parts.matches()) {
            throw new AssertionError("docs/isolation.md has a cell that nobody understands: " + cell);
        }
        String word = parts.group(2);
        return new Expected(
                Integer.parseInt(parts.group(1)),
                word == null ? Word.NOTHING_MORE : Word.valueOf(word.toUpperCase(java.util.Locale.ROOT)));
    }

    /** Whether the answer may not depend on there being such a thing. */
    boolean tellsNothing() {
        return status == 401 || status == 403 || status == 404 || word == Word.ALIKE;
    }

    @Override
    public String toString() {
        return word == Word.NOTHING_MORE
                ? "" + status
                : status + " " + word.name().toLowerCase(java.util.Locale.ROOT);
    }
}
