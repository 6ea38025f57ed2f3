package com.eindr.voice.web.reply;

import com.eindr.shared.Money;
import com.eindr.voice.web.deed.Result.Owed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says who owes whom how much. */
record Debts(Tongue tongue) {
    private static final int MOST = 5;

    /**
     * A clause.
     *
     * @param kind {@code debt} for what is owed, {@code paid} for what was
     * @param owedToMe whether the speaker is or was the one to whom it is owed
     */
    String fact(String kind, String counterparty, boolean owedToMe, Money amount) {
        return tongue.say(
                kind + (owedToMe ? ".theirs" : ".mine"),
                Map.of("name", tongue.quoted(counterparty), "amount", tongue.money(amount)));
    }

    /** A sentence and, where the other has to agree, another. */
    String recorded(String kind, String counterparty, boolean owedToMe, Money amount, boolean awaits) {
        String done = tongue.say("recorded", Map.of("fact", fact(kind, counterparty, owedToMe, amount)));
        return awaits ? done + " " + tongue.say(kind + ".awaits", Map.of("name", tongue.quoted(counterparty))) : done;
    }

    String owed(Owed owed) {
        List<Owed.Balance> open = owed.balances().stream()
                .filter(balance -> balance.net().minor() != 0)
                .toList();
        if (open.isEmpty()) {
            return nothing(owed);
        }
        List<String> facts = new ArrayList<>(open.stream()
                .limit(MOST)
                .map(balance ->
                        fact("debt", balance.counterparty(), balance.net().isPositive(), balance.net()))
                .toList());
        if (open.size() > MOST) {
            facts.add(tongue.say("others", Map.of("count", open.size() - MOST)));
        }
        String all = tongue.and(facts);
        boolean namedFirst = all.startsWith(tongue.quoted(open.getFirst().counterparty()));
        return tongue.say("owed", Map.of("facts", namedFirst ? all : tongue.capital(all)));
    }

    private String nothing(Owed owed) {
        Boolean owedToMe = owed.owedToMe();
        String name = owed.counterparty();
        if (name == null) {
            return tongue.say(owedToMe == null ? "owed.none" : owedToMe ? "owed.none.theirs" : "owed.none.mine");
        }
        Map<String, String> named = Map.of("name", tongue.quoted(name));
        return tongue.say(
                owedToMe == null ? "owed.none.with" : owedToMe ? "owed.none.theirs.with" : "owed.none.mine.with",
                named);
    }
}
