package com.eindr.voice.web;

import com.eindr.shared.Money;
import com.eindr.voice.Choice;
import com.eindr.voice.Fate;
import com.eindr.voice.Interpretation;
import com.eindr.voice.Relative;
import com.eindr.voice.Selection;
import com.eindr.voice.Slots;
import com.eindr.voice.Understanding;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was understood, in JSON. */
@Schema(name = "Interpretation")
record InterpretationBody(
        @Schema(description = "As it was understood: without characters that cannot be seen")
        String utterance,

        @Schema(description = "ISO 639 code", example = "en")
        String language,

        List<Part> intents) {

    /** One thing that was said. */
    @Schema(name = "UnderstoodIntent")
    record Part(
            @Schema(
                    description = "reminder.create|list|update|complete|snooze|cancel, note.create|list,"
                            + " debt.record|settle|query, undo, chitchat or unknown",
                    example = "reminder.create")
            String intent,

            @Schema(description = "From 0 to 1", example = "0.97")
            BigDecimal confidence,

            Said slots,
            Fate status,

            @Schema(description = "What to ask, where the status is NEEDS_CONFIRMATION")
            List<Open> choices) {}

    /** What was said of it; null where nothing was. */
    @Schema(name = "Slots")
    record Said(
            @Schema(description = "What to be reminded of; of reminder.update the new words") @Nullable
            String title,

            @Schema(description = "A local date and time", example = "2026-12-01T09:00:00") @Nullable
            String start,

            @Schema(
                    description = "An RFC 5545 RRULE; of reminder.update without a start, the hour stays",
                    example = "FREQ=DAILY")
            @Nullable
            String recurrence,

            @Nullable String counterparty,

            @Schema(description = "OWED_TO_ME or I_OWE") @Nullable
            String direction,

            @Schema(example = "5000.00") @Nullable String amount,
            @Schema(example = "PKR") @Nullable String currency,

            @Schema(description = "Of a note; of a debt, what it is for") @Nullable
            String content,

            @Nullable Filter filter,

            @Schema(
                    description =
                            "Of reminder.update, what alone was said of the start: HOUR, DAY, or SHIFT for so much"
                                + " later or earlier. The rest is as the reminder has it; start is a reading without"
                                + " it",
                    example = "HOUR")
            @Nullable
            String startSaid) {}

    /** Which things are meant. */
    @Schema(name = "SlotFilter")
    record Filter(
            @Schema(description = "Place in the list read out last, from 1; -1 its last, 0 what was spoken of last")
            @Nullable
            Integer ordinal,

            @Schema(description = "Words of it") @Nullable String about,

            @Nullable String from,
            @Nullable String to,

            @Schema(description = "Whether everything that fits is meant")
            boolean all) {}

    /** What is to be decided. */
    @Schema(name = "SlotChoice")
    record Open(
            @Schema(description = "The name of a slot, or confirm")
            String slot,

            @Schema(description = "What it may be, likeliest first; empty where anything may be answered")
            List<String> values) {}

    static InterpretationBody of(Interpretation read) {
        return new InterpretationBody(
                read.utterance(),
                read.language(),
                read.intents().stream().map(InterpretationBody::part).toList());
    }

    static Part part(Understanding read) {
        return new Part(
                read.intent().code(),
                BigDecimal.valueOf(Math.clamp(read.confidence(), 0, 100), 2),
                said(read.slots()),
                read.fate(),
                read.choices().stream().map(InterpretationBody::open).toList());
    }

    static Open open(Choice choice) {
        return new Open(choice.slot(), choice.values());
    }

    static Said said(Slots slots) {
        Money amount = slots.amount();
        Boolean owedToMe = slots.owedToMe();
        return new Said(
                slots.title(),
                local(slots.start()),
                slots.recurrence(),
                slots.counterparty(),
                owedToMe == null ? null : owedToMe ? "OWED_TO_ME" : "I_OWE",
                amount == null ? null : amount.text(),
                amount == null ? null : amount.currency().getCurrencyCode(),
                slots.content(),
                filter(slots.filter()),
                startSaid(slots.relative()));
    }

    private static @Nullable Filter filter(@Nullable Selection filter) {
        return filter == null
                ? null
                : new Filter(filter.ordinal(), filter.about(), local(filter.from()), local(filter.to()), filter.all());
    }

    private static @Nullable String startSaid(@Nullable Relative relative) {
        return relative == null ? null : relative.day() != null ? "DAY" : relative.by() != null ? "SHIFT" : "HOUR";
    }

    private static @Nullable String local(@Nullable LocalDateTime time) {
        return time == null ? null : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }
}
