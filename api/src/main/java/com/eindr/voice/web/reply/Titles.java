package com.eindr.voice.web.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Names several things in one breath: the first few, and how many there are besides. */
record Titles(Tongue tongue) {
    private static final int MOST = 5;

    String of(List<String> titles) {
        return of(titles, tongue::quoted);
    }

    /** @param spoken how one of them is said */
    String of(List<String> titles, UnaryOperator<String> spoken) {
        List<String> said =
                new ArrayList<>(titles.stream().limit(MOST).map(spoken).toList());
        if (titles.size() > MOST) {
            said.add(tongue.say("others", Map.of("count", titles.size() - MOST)));
        }
        return tongue.and(said);
    }
}
