package com.eindr.voice.command;

/**
 * A word, a number or a sign of an utterance.
 *
 * @param word folded
 * @param start where it begins in the visible text
 * @param end where it ends there
 * @param apart whether a comma or the end of a sentence stands before it
 * @param glued whether it follows the last one without any space, as {@code pm} in {@code 7pm}
 */
record Token(String word, int start, int end, boolean apart, boolean glued) {

    boolean isNumber() {
        return Character.isDigit(word.charAt(0));
    }
}
