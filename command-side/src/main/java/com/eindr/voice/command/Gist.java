package com.eindr.voice.command;

import com.eindr.voice.command.TimeAtom.Every;
import com.eindr.voice.command.TimeAtom.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a sentence says whoever is named in it, and whatever amount and time: its words and their pairs. */
record Gist(Sentence sentence) {
    private static final String PERSON = "<who>";
    private static final String AMOUNT = "<amount>";
    private static final String TIME = "<time>";
    private static final String RHYTHM = "<rhythm>";

    /** The words of a part and every two of them that follow each other, from its beginning to its end. */
    Set<String> traits(Span part) {
        Set<String> traits = new TreeSet<>();
        String before = "^";
        for (String word : words(part)) {
            traits.add(word);
            traits.add(before + " " + word);
            before = word;
        }
        traits.add(before + " $");
        return traits;
    }

    private List<String> words(Span part) {
        List<Found> times = sentence.times().in(part);
        List<String> words = new ArrayList<>();
        int at = part.from();
        while (at < part.to()) {
            int here = at;
            Found time = times.stream()
                    .filter(found -> found.span().from() == here)
                    .findFirst()
                    .orElse(null);
            if (time != null) {
                words.add(time.atom() instanceof Every ? RHYTHM : TIME);
                at = time.span().to();
            } else {
                at = word(words, at, part.to());
            }
        }
        return words;
    }

    private int word(List<String> words, int at, int to) {
        String word = sentence.tokens().get(at).word();
        if (!sentence.lexicon().has("function", word) && sentence.names().isPartOfOne(word)) {
            if (words.isEmpty() || !words.getLast().equals(PERSON)) {
                words.add(PERSON);
            }
            return at + 1;
        }
        boolean led = sentence.lexicon().has("amountlead", word);
        Matching.Read amount = led ? null : sentence.times().reading().read("amount", at);
        words.add(amount == null || amount.end() > to ? word : AMOUNT);
        return amount == null || amount.end() > to ? at + 1 : amount.end();
    }
}
