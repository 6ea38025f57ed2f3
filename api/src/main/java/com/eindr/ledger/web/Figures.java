package com.eindr.ledger.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Amounts and times as documents show them to people, in a way that no country reads as something else. */
final class Figures {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final String MINUS = "\u2212";
    private static final String THIN_BLANK = "\u202F";

    private Figures() {}

    /** Digits by threes, with a narrow blank between, as ISO 80000 has it: {@code −1 234 567.89}. */
    static String amount(String amount) {
        String grouped = amount.replaceAll("(?<=\\d)(?=(\\d{3})+(\\.|$))(?<!\\.\\d{0,9})", THIN_BLANK);
        return grouped.replace("-", MINUS);
    }

    static String moment(Instant at, ZoneId zone) {
        return MOMENT.format(at.atZone(zone));
    }

    static String utc(Instant at) {
        return MOMENT.format(at.atZone(ZoneOffset.UTC)) + " UTC";
    }

    static String day(Instant at, ZoneId zone) {
        return DAY.format(at.atZone(zone));
    }
}
