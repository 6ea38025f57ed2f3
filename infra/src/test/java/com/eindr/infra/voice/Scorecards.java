package com.eindr.infra.voice;

import com.eindr.voice.Understanding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The scorecards of one round of sentences: of each language, of all but English, and of all. */
final class Scorecards {
    private final Map<String, Scorecard> languages = new LinkedHashMap<>();
    private final Scorecard others = new Scorecard();
    private final Scorecard all = new Scorecard();

    void take(Labelled sentence, List<Understanding> understood) {
        languages
                .computeIfAbsent(sentence.language(), unseen -> new Scorecard())
                .take(sentence, understood);
        all.take(sentence, understood);
        if (!sentence.language().equals("en")) {
            others.take(sentence, understood);
        }
    }

    Scorecard english() {
        return of("en");
    }

    /** @throws IllegalArgumentException if there is no sentence in it */
    Scorecard of(String language) {
        Scorecard card = languages.get(language);
        if (card == null) {
            throw new IllegalArgumentException("no sentence in " + language);
        }
        return card;
    }

    /** All languages but English. */
    Scorecard others() {
        return others;
    }

    Scorecard all() {
        return all;
    }

    String table() {
        List<String> rows = new ArrayList<>();
        rows.add("| language | commands | intent | all slots exact | asks rightly | out of scope rejected |"
                + " destroyed unasked |\n|---|---|---|---|---|---|---|\n");
        languages.forEach((language, card) -> rows.add(card.row(language)));
        rows.add(others.row("all but en"));
        rows.add(all.row("all"));
        return String.join("", rows);
    }
}
