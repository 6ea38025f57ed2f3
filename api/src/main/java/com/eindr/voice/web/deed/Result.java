package com.eindr.voice.web.deed;

import com.eindr.account.Plan;
import com.eindr.shared.Money;
import com.eindr.voice.Choice;
import com.eindr.voice.Intent;
import com.eindr.voice.Slots;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody is told of one thing that they said. Facts only; the words are put elsewhere. */
public sealed interface Result {

    /**
     * When a reminder rings.
     *
     * @param start local to {@code zone}; of a series its first occurrence to come
     * @param adjusted whether a change of clocks moves it: the local time that was said does not exist, or exists twice
     * @param recurrence RRULE of RFC 5545; null where it rings once
     */
    record When(
            LocalDateTime start,
            ZoneId zone,
            boolean allDay,
            boolean adjusted,
            @Nullable String recurrence) {}

    /** @param when null where nothing of it is to come */
    record Item(String title, @Nullable When when) {}

    record ReminderSet(Item reminder) implements Result {}

    /** @param was the words it had; null where they stay */
    record ReminderChanged(Item reminder, @Nullable String was) implements Result {}

    record ReminderSnoozed(String title, LocalDateTime until) implements Result {}

    record RemindersCompleted(List<String> titles) implements Result {}

    record RemindersCancelled(List<String> titles) implements Result {}

    /**
     * A list that is read out.
     *
     * @param from the first local moment that was asked about, null where no window was named
     * @param to the first that no longer was
     * @param items the first of them, in the order in which they may be named: "the second one"
     * @param more how many there are besides
     */
    record Reminders(@Nullable LocalDateTime from, @Nullable LocalDateTime to, List<Item> items, int more)
            implements Result {}

    record NoteWritten(String content) implements Result {}

    record Notes(List<String> contents, int more) implements Result {}

    /** @param awaits whether it counts only once the other has accepted it */
    record DebtRecorded(String counterparty, boolean owedToMe, Money amount, boolean awaits) implements Result {}

    /** @param awaits whether it counts only once the other has confirmed it */
    record DebtSettled(String counterparty, boolean owedToMe, Money amount, boolean awaits) implements Result {}

    /**
     * What stands open.
     *
     * @param counterparty about whom it was asked; null where about everybody
     * @param owedToMe the direction that was asked about; null where both
     */
    record Owed(@Nullable String counterparty, @Nullable Boolean owedToMe, List<Balance> balances) implements Result {

        /** @param net positive where it is owed to the speaker */
        public record Balance(String counterparty, Money net) {}
    }

    /** @param things how many things are as they were before */
    record Undone(int things) implements Result {}

    /** Nothing is done before these are answered. */
    record Asked(Intent intent, Slots slots, List<Choice> choices) implements Result {}

    /** Nothing there is fits what was named, or nothing at all is there. */
    record NothingFound(Intent intent, @Nullable String about) implements Result {}

    record LockedByPlan(Intent intent, @Nullable Plan requiredPlan) implements Result {}

    /**
     * The domain said no.
     *
     * @param problem the slug of the problem that a request for the same would have been answered with
     * @param detail what is wrong, in English
     */
    record Refused(Intent intent, String problem, String detail) implements Result {}

    record NotUnderstood() implements Result {}

    /** @param answer of the chat model; null where nobody can talk */
    record Talk(@Nullable String answer) implements Result {}
}
