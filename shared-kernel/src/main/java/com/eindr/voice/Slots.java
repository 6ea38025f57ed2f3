package com.eindr.voice;

import com.eindr.shared.Money;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What an utterance said about its intent; null where it said nothing.
 *
 * @param title what to be reminded of, without the words of the command; of a reminder that is there, its new words
 * @param start local date and time, of the zone in which it was said; of a series its first occurrence
 * @param recurrence RRULE of RFC 5545, as a reminder takes it; without a start, a reminder that is there keeps its hour
 * @param counterparty the name of the friend or contact who was recognised, or the name as it was said
 * @param owedToMe the direction of a debt: true where somebody owes the speaker
 * @param amount never zero
 * @param content of a note; of a debt, what it is for
 * @param relative of a reminder that is there, what was said of its start where not all of it was; the start is a reading of
 *     that without the reminder
 */
public record Slots(
        @Nullable String title,
        @Nullable LocalDateTime start,
        @Nullable String recurrence,
        @Nullable String counterparty,
        @Nullable Boolean owedToMe,
        @Nullable Money amount,
        @Nullable String content,
        @Nullable Selection filter,
        @Nullable Relative relative) {
    public static final Slots NONE = new Slots(null, null, null, null, null, null, null, null, null);

    public static Slots reminder(@Nullable String title, @Nullable LocalDateTime start, @Nullable String recurrence) {
        return new Slots(title, start, recurrence, null, null, null, null, null, null);
    }

    public static Slots content(String content) {
        return new Slots(null, null, null, null, null, null, content, null, null);
    }

    public static Slots filter(Selection filter, @Nullable LocalDateTime start) {
        return new Slots(null, start, null, null, null, null, null, filter, null);
    }

    /** What is to be of things that are there. */
    public static Slots changed(
            Selection filter, @Nullable String title, @Nullable LocalDateTime start, @Nullable String recurrence) {
        return new Slots(title, start, recurrence, null, null, null, null, filter, null);
    }

    public static Slots debt(
            @Nullable String counterparty,
            @Nullable Boolean owedToMe,
            @Nullable Money amount,
            @Nullable String content) {
        return new Slots(null, null, null, counterparty, owedToMe, amount, content, null, null);
    }

    /** The same with a start of which all is known. */
    public Slots startingAt(LocalDateTime whole) {
        return new Slots(title, whole, recurrence, counterparty, owedToMe, amount, content, filter, null);
    }

    /** The same, where it was only said so much of the start. */
    public Slots startingAt(@Nullable Relative said) {
        return new Slots(title, start, recurrence, counterparty, owedToMe, amount, content, filter, said);
    }
}
