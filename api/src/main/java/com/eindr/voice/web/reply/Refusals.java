package com.eindr.voice.web.reply;

import com.eindr.voice.web.deed.Result.Refused;
import java.util.Map;

/** Says why something was refused. What is refused seldom has one general sentence, and in English its detail. */
record Refusals(Tongue tongue) {
    /** The families of problems, by the slug that a request for the same would be answered with. */
    private static final Map<String, String> FAMILIES = Map.ofEntries(
            Map.entry("invalid-recurrence", "rule"),
            Map.entry("recurrence-too-fine", "rule"),
            Map.entry("recurrence-without-occurrence", "rule"),
            Map.entry("invalid-schedule", "schedule"),
            Map.entry("not-in-the-future", "past"),
            Map.entry("invalid-words", "text"),
            Map.entry("invalid-content", "text"),
            Map.entry("invalid-note", "text"),
            Map.entry("reminder-not-found", "gone"),
            Map.entry("occurrence-not-found", "gone"),
            Map.entry("note-not-found", "gone"),
            Map.entry("debt-not-found", "gone"),
            Map.entry("settlement-not-found", "gone"),
            Map.entry("reminder-not-active", "over"),
            Map.entry("occurrence-settled", "over"),
            Map.entry("nothing-to-act-on", "over"),
            Map.entry("debt-settled", "over"),
            Map.entry("settlement-closed", "over"),
            Map.entry("invalid-amount", "amount"),
            Map.entry("balance-too-large", "amount"),
            Map.entry("more-than-is-owed", "owed"),
            Map.entry("not-oneself", "oneself"),
            Map.entry("settlement-awaits-you", "answer"),
            Map.entry("friend-not-found", "friend"),
            Map.entry("too-many-requests", "often"),
            Map.entry("too-many-requests-today", "often"),
            Map.entry("too-many-proposals-today", "often"),
            Map.entry("stale-version", "changed"),
            Map.entry("reminder-not-cancelled", "changed"),
            Map.entry("nothing-to-take-back", "changed"),
            Map.entry("still-running", "again"),
            Map.entry("read-models-behind", "again"),
            Map.entry("unavailable", "again"),
            Map.entry("internal-error", "again"));

    String of(Refused refused) {
        String family = FAMILIES.get(refused.problem());
        if (family != null) {
            return tongue.say("refused." + family);
        }
        // Details are English, and so only English has a sentence for them.
        return tongue.has("refused.detail") && !refused.detail().isBlank()
                ? tongue.say("refused.detail", Map.of("detail", tongue.quoted(refused.detail())))
                : tongue.say("refused.other");
    }
}
