package com.eindr.voice;

import java.time.LocalDateTime;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said, and what one must know of them to understand it.
 *
 * @param language BCP 47 tag; null where it is to be found out
 * @param now the local time where the speaker is
 * @param currency what an amount without a currency is in
 * @param people the names of those whom the speaker knows
 */
public record Utterance(
        String text, @Nullable String language, LocalDateTime now, Currency currency, List<String> people) {
    public Utterance {
        people = List.copyOf(people);
    }
}
