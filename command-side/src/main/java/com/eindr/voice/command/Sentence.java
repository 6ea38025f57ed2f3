package com.eindr.voice.command;

import com.eindr.voice.Utterance;
import com.eindr.voice.command.TimeAtom.Found;
import java.util.ArrayList;
import java.util.List;

/** An utterance that is being understood in one language: its tokens and what can be read of them. */
final class Sentence {
    /** "And" and "so" in Arabic. */
    private static final String JOINS = "\u0648\u0641";

    private final String text;
    private final Utterance utterance;
    private final Lexicon lexicon;
    private final List<Token> tokens;
    private final Times times;
    private final Names names;

    Sentence(String text, Utterance utterance, Lexicon lexicon) {
        this.text = text;
        this.utterance = utterance;
        this.lexicon = lexicon;
        this.tokens = Spoken.plain(Tokens.of(text, lexicon.has("option", "parting")), lexicon).stream()
                .map(this::unjoined)
                .flatMap(token -> new Compounds(lexicon).parted(token).stream())
                .toList();
        this.times = new Times(lexicon, tokens, utterance.now().toLocalDate());
        this.names = new Names(utterance.people(), lexicon);
    }

    /** A word by which commands begin stands apart from an "and" that is glued to its front, and without it. */
    private Token unjoined(Token token) {
        String word = token.word();
        boolean joined = word.length() > 2
                && JOINS.indexOf(word.charAt(0)) >= 0
                && (lexicon.has("joined", word.substring(1)) || isJoinedName(word));
        return joined ? new Token(word.substring(1), token.start(), token.end(), true, token.glued()) : token;
    }

    /** And Khalid, of whom a debt goes on, in one word. */
    private boolean isJoinedName(String word) {
        return !lexicon.section("joined").isEmpty()
                && word.charAt(0) == JOINS.charAt(0)
                && utterance.people().stream()
                        .flatMap(name -> Tokens.of(Folding.visible(name), false).stream())
                        .anyMatch(part -> part.word().equals(word.substring(1)));
    }

    Utterance utterance() {
        return utterance;
    }

    Lexicon lexicon() {
        return lexicon;
    }

    List<Token> tokens() {
        return tokens;
    }

    Times times() {
        return times;
    }

    /** Whom the speaker knows. */
    Names names() {
        return names;
    }

    Span whole() {
        return new Span(0, tokens.size());
    }

    Matching matching() {
        return new Matching(tokens, times.reading(), lexicon.section("little").keySet());
    }

    /** The words of a span as they were said, without anything before the first and after the last. */
    String said(Span span) {
        return span.isEmpty()
                ? ""
                : text.substring(
                        tokens.get(span.from()).start(),
                        tokens.get(span.to() - 1).end());
    }

    List<String> words(Span span) {
        return tokens.subList(span.from(), span.to()).stream().map(Token::word).toList();
    }

    /** Without the words at its ends that only lead to what is meant. */
    Span trimmed(Span span, String head, String tail) {
        int from = span.from();
        int to = span.to();
        Matching.Read read;
        while (from < to && (read = lexicon.entry(head, tokens, from)) != null && read.end() <= to) {
            from = read.end();
        }
        int ending = ending(tail, from, to);
        while (ending > 0) {
            to -= ending;
            ending = ending(tail, from, to);
        }
        return new Span(from, to);
    }

    /** How many words at the end of a span only lead away from what is meant, or say good-bye. */
    private int ending(String tail, int from, int to) {
        int said = ending(tail, "none", from, to);
        boolean last = tail.equals("tail") || tail.equals("polite");
        // "Call my mate" says good-bye to nobody.
        return said > 0 || !last ? said : ending("closing", "determiner", from, to);
    }

    private int ending(String tail, String notAfter, int from, int to) {
        for (int length = Math.min(lexicon.longest(tail), to - from); length > 0; length--) {
            int at = to - length;
            if (lexicon.has(tail, String.join(" ", words(new Span(at, to))))
                    && (at == from || !lexicon.has(notAfter, tokens.get(at - 1).word()))) {
                return length;
            }
        }
        return 0;
    }

    /** What is left of a span when the times in it are taken out, trimmed. */
    List<Span> without(Span span, List<Found> found, String head, String tail) {
        List<Span> taken = found.stream().map(Found::span).toList();
        List<Span> left = new ArrayList<>();
        for (Span piece : Matching.without(span, taken)) {
            Span kept = left.isEmpty() ? trimmed(piece, head, tail) : piece;
            if (!kept.isEmpty()) {
                left.add(kept);
            }
        }
        if (!left.isEmpty()) {
            Span last = trimmed(left.removeLast(), left.isEmpty() ? head : "none", tail);
            if (!last.isEmpty()) {
                left.add(last);
            }
        }
        return left;
    }

    String said(List<Span> spans) {
        return String.join(" ", spans.stream().map(this::said).toList());
    }
}
