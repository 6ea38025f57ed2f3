package com.eindr.voice.command;

import java.util.ArrayList;
import java.util.List;

/** Words as they were meant: without those that only fill a pause, and spelled as the lexicons spell them. */
final class Spoken {
    private Spoken() {}

    static List<Token> plain(List<Token> tokens, Lexicon lexicon) {
        if (lexicon.section("hesitation").isEmpty()
                && lexicon.section("spelling").isEmpty()) {
            return tokens;
        }
        List<Token> plain = new ArrayList<>(tokens.size());
        boolean apart = false;
        for (Token token : tokens) {
            if (lexicon.has("hesitation", token.word())) {
                apart |= token.apart();
            } else {
                plain.add(spelled(token, apart, lexicon));
                apart = false;
            }
        }
        return List.copyOf(plain);
    }

    /** What is glued to a number is its mark, and no word: 2nd. */
    private static Token spelled(Token token, boolean apart, Lexicon lexicon) {
        String word = token.glued()
                ? token.word()
                : Folding.fold(lexicon.section("spelling").getOrDefault(token.word(), token.word()));
        return new Token(word, token.start(), token.end(), apart || token.apart(), token.glued());
    }
}
