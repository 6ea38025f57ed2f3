package com.eindr.shared.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.time.LocalDateTime;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * When a person wants to be reminded, as they wrote it: a local date and time, or a date for a whole day.
 *
 * @param at midnight for a date
 * @param day whether it is a date
 */
@JsonDeserialize(using = Start.Reader.class)
@Schema(
        type = "string",
        example = "2026-12-01T09:00:00",
        description = "A local date and time without offset, or a date where the timing is ALL_DAY; 1900 to 9998")
public record Start(LocalDateTime at, boolean day) {
    private static final String FIELD = "start";
    private static final int DATE_LENGTH = 10;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9998;

    /**
     * The local time it stands for. A whole day has no time, so one that is given is left out.
     *
     * @throws InvalidRequest if a time is needed and only a date is given
     */
    public LocalDateTime under(boolean allDay) {
        if (allDay) {
            return at.toLocalDate().atStartOfDay();
        }
        if (day) {
            throw InvalidRequest.of(FIELD, "must have a time of day unless timing is ALL_DAY");
        }
        return at;
    }

    /** Reads either form, and years that clock changes and calendars are known for. */
    static final class Reader extends StdDeserializer<Start> {
        Reader() {
            super(Start.class);
        }

        @Override
        public Start deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (Start) context.handleUnexpectedToken(LocalDateTime.class, parser);
            }
            String text = parser.getString();
            try {
                boolean day = text.length() == DATE_LENGTH;
                LocalDateTime at = day
                        ? Notation.read(text, LocalDate.class).atStartOfDay()
                        : Notation.read(text, LocalDateTime.class);
                if (at.getYear() < FIRST_YEAR || at.getYear() > LAST_YEAR) {
                    throw new IllegalArgumentException("out of the years we know");
                }
                return new Start(at, day);
            } catch (IllegalArgumentException e) {
                throw context.weirdStringException(text, LocalDateTime.class, Notation.describe(LocalDateTime.class));
            }
        }
    }
}
