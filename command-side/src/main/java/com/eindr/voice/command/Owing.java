package com.eindr.voice.command;

import com.eindr.voice.Intent;
import com.eindr.voice.command.Amounts.Amount;
import com.eindr.voice.command.Matching.Read;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Hears what goes on with the verb of a debt: "Ben owes me 300 for pizza and 150 for the cab", "and Mia 200". */
record Owing(Sentence sentence) {
    private static final Set<Intent> DEBTS = Set.of(Intent.DEBT_RECORD, Intent.DEBT_SETTLE, Intent.DEBT_QUERY);

    /** The same for another amount, of the same person or of another who is known; null where nothing of the kind is said. */
    @Nullable
    Heard goingOn(Heard before, Span part) {
        Span said = sentence.trimmed(part, "polite", "polite");
        for (int at = said.from(); at < said.to() && at - said.from() <= 4; at++) {
            Read read = sentence.times().reading().read("amount", at);
            if (read != null && read.value() instanceof Amount && read.end() <= said.to()) {
                return goingOn(before, part, new Span(said.from(), at), read, new Span(read.end(), said.to()));
            }
        }
        return null;
    }

    private @Nullable Heard goingOn(Heard before, Span part, Span head, Read amount, Span after) {
        People people = new People(sentence);
        Span rest = after;
        Span who = head;
        if (!rest.isEmpty() && sentence.lexicon().entry("towards", sentence.tokens(), rest.from()) != null) {
            int end = rest.from() + 1;
            while (end < rest.to() && !isFor(end)) {
                end++;
            }
            Span named = new Span(rest.from() + 1, end);
            if (people.isKnown(named)) {
                who = named;
                rest = new Span(end, rest.to());
            }
        }
        boolean whole = rest.isEmpty() || isFor(rest.from());
        boolean named = who.isEmpty() ? !before.who().isEmpty() : people.isKnown(who);
        if (!whole || !named) {
            return null;
        }
        Set<String> marks = before.marks().stream()
                .filter(mark -> !mark.equals("each") && !mark.equals("first"))
                .collect(Collectors.toSet());
        if (who.isEmpty()) {
            marks.add(Heard.SUM);
        }
        return new Heard(
                before.intent(),
                marks,
                part,
                List.of(rest),
                who.isEmpty() ? before.who() : List.of(who),
                List.of(amount.value()));
    }

    /** I owe him: whoever was named last in the same breath. */
    Heard meant(Heard heard, @Nullable Heard before) {
        if (heard.is(Heard.BEFORE)) {
            Span named = new People(sentence).lastBefore(heard.part().to());
            return named.isEmpty() ? heard : heard.of(named);
        }
        boolean pronoun = heard.who().size() == 1
                && sentence.words(heard.who().getFirst()).stream()
                        .allMatch(word -> sentence.lexicon().has("pronoun", word));
        if (!pronoun) {
            return heard;
        }
        Span named = new People(sentence).lastBefore(heard.who().getFirst().from());
        Span other =
                before == null || before.who().isEmpty() ? named : before.who().getFirst();
        Span last = named.isEmpty() || other.from() > named.from() ? other : named;
        return last.isEmpty() ? heard : heard.of(last);
    }

    /** A command that only examples know; of a debt, whoever is known and is named in it, and its first amount. */
    Heard guessed(Intent intent, Set<String> marks, Span part) {
        Heard bare = Heard.bare(intent, part);
        if (!DEBTS.contains(intent)) {
            return bare;
        }
        List<Span> who = Stream.iterate(
                        new Span(part.from(), part.from() + 1), span -> new Span(span.to(), span.to() + 1))
                .limit(part.length())
                .filter(this::isName)
                .limit(1)
                .toList();
        List<Object> amounts = IntStream.range(part.from(), part.to())
                .mapToObj(at -> sentence.times().reading().read("amount", at))
                .filter(Objects::nonNull)
                .map(Read::value)
                .limit(1)
                .toList();
        return new Heard(intent, marks, part, List.of(), who, amounts);
    }

    private boolean isName(Span one) {
        String word = sentence.words(one).getFirst();
        return !sentence.lexicon().has("function", word) && sentence.names().isPartOfOne(word);
    }

    private boolean isFor(int at) {
        return sentence.lexicon().entry("for", sentence.tokens(), at) != null;
    }
}
