package com.eindr.voice.web.talk;

import com.eindr.shared.Money;
import com.eindr.voice.web.talk.Tools.NotSo;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The arguments of a call of a model, none of which is believed. Whatever is not as it must be is told to the model, which may
 * try again.
 *
 * @param now the local time of the person
 */
record Arguments(JsonNode given, LocalDateTime now) {
    static final String DIRECTION = "direction";
    static final String AMOUNT = "amount";
    static final String CURRENCY = "currency";
    private static final int LAST_YEAR = 9000;

    /** A text; null where it is absent or blank. */
    @Nullable
    String text(String name, int most) throws NotSo {
        JsonNode value = given.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        // Models write amounts as numbers, whatever they were told.
        if (!value.isString() && !value.isNumber()) {
            throw new NotSo(name + " must be a text");
        }
        String text = clean(value.asString());
        if (text.codePointCount(0, text.length()) > most) {
            throw new NotSo(name + " may have " + most + " characters");
        }
        return text.isBlank() ? null : text;
    }

    String required(String name, int most) throws NotSo {
        String text = text(name, most);
        if (text == null) {
            throw new NotSo(name + " is required");
        }
        return text;
    }

    /** A local moment; seconds and offsets that a model adds are of no use. */
    @Nullable
    LocalDateTime moment(String name) throws NotSo {
        String text = text(name, 40);
        if (text == null) {
            return null;
        }
        try {
            LocalDateTime moment = LocalDateTime.parse(text);
            if (moment.getYear() < 1970 || moment.getYear() > LAST_YEAR) {
                throw new NotSo(name + " must be a date of these times");
            }
            return moment;
        } catch (DateTimeException e) {
            throw new NotSo(name + " must be a local date and time without an offset, such as 2026-12-01T09:00");
        }
    }

    /** A moment that is still to come. */
    LocalDateTime toCome(String name) throws NotSo {
        LocalDateTime moment = moment(name);
        if (moment == null) {
            throw new NotSo(name + " is required; ask the user if they have not said it");
        }
        if (!moment.isAfter(now)) {
            throw new NotSo(name + " must be later than now, which is " + now);
        }
        return moment;
    }

    boolean direction() throws NotSo {
        return switch (required(DIRECTION, 20)) {
            case "OWED_TO_ME" -> true;
            case "I_OWE" -> false;
            default -> throw new NotSo("direction must be OWED_TO_ME or I_OWE");
        };
    }

    Money money(Currency usual) throws NotSo {
        String currency = text(CURRENCY, 3);
        String amount = required(AMOUNT, 30);
        try {
            return Money.positive(amount, currency == null ? usual : Money.currency(currency));
        } catch (IllegalArgumentException e) {
            throw new NotSo("the amount or its currency " + e.getMessage());
        }
    }

    /** Without what nobody can see: what a person says comes without it too. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> !Character.isISOControl(point)
                        && Character.getType(point) != Character.FORMAT
                        && Character.getType(point) != Character.SURROGATE)
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }
}
