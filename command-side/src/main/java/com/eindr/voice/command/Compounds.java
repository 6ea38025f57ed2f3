package com.eindr.voice.command;

import java.util.List;

/** Parts what a language writes as one word though it is two: a day and a part of it, as in the German Dienstagabend. */
record Compounds(Lexicon lexicon) {

    List<Token> parted(Token token) {
        if (!lexicon.has("option", "compounds")) {
            return List.of(token);
        }
        String word = token.word();
        return lexicon.section("weekday").keySet().stream()
                .filter(day -> word.startsWith(day) && lexicon.has("part", word.substring(day.length())))
                .findFirst()
                .map(day -> parted(token, day, word.substring(day.length())))
                .orElse(List.of(token));
    }

    /** On Tuesday evenings is every Tuesday, in the evening. */
    private List<Token> parted(Token token, String day, String part) {
        int between = token.start() + day.length();
        String days = day + "s";
        boolean each = part.endsWith("s") && lexicon.has("weekdays", days);
        return List.of(
                new Token(each ? days : day, token.start(), between, token.apart(), token.glued()),
                new Token(part, between, token.end(), false, true));
    }
}
