package com.eindr.voice.command;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Guesses the language of a text by its script and by the words that every language has of its own. */
final class LanguageGuess {
    private LanguageGuess() {}

    static Lexicon of(String text, Map<String, Lexicon> lexicons) {
        List<String> words =
                Tokens.of(text, true).stream().limit(60).map(Token::word).toList();
        Collection<Lexicon> candidates = lexicons.values();
        return candidates.stream()
                .max(Comparator.<Lexicon>comparingLong(lexicon -> score(lexicon, words))
                        .thenComparingInt(lexicon -> -Lexicon.LANGUAGES.indexOf(lexicon.language())))
                .orElseThrow();
    }

    private static long score(Lexicon lexicon, List<String> words) {
        return words.stream().filter(word -> lexicon.has("function", word)).count();
    }
}
